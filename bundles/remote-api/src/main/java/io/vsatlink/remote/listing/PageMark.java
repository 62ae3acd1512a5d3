/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import java.util.List;
import java.util.function.Function;

/**
 * Identifies a page that the vendor repeats under another number or cursor: by its first and last row, so that the cost
 * does not depend on the number of rows.
 *
 * @param rows the number of rows in the page
 * @param first the key of its first row; null if there is none, or if it is unreadable
 * @param last the key of its last row; null likewise
 */
public record PageMark(int rows, String first, String last) {

    /** @param key returns the key of a row, or null if it is unreadable */
    public static <T> PageMark of(List<T> rows, Function<? super T, String> key) {
        return rows.isEmpty()
                ? new PageMark(0, null, null)
                : new PageMark(rows.size(), key.apply(rows.get(0)), key.apply(rows.get(rows.size() - 1)));
    }

    /** Whether the mark can identify a page. */
    boolean recognisable() {
        return first != null && last != null;
    }
}
