/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import java.util.Map;

/** Brings the rows of pages that are not known to be unchanged into the database. Not thread-safe. */
interface PageSink {

    /**
     * Takes the rows of a page. If it fails, none of them was taken, and the page may be given again.
     *
     * @param rows by key
     * @param duplicates the number of rows of the page whose key occurs again in it
     * @return what they mean, which the memory knows already
     */
    PagePlan take(Map<String, Row> rows, int duplicates);

    /** From now on, a key that was not seen in this pass may have a version. */
    void beginPass();

    /** Writes all that was taken. */
    void settle();

    /** Writes what was taken if it has this key. */
    void settle(String key);
}
