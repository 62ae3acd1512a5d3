/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import java.util.function.Consumer;

/** Moves all data to another database. Used by the shell commands of this bundle. Thread-safe. */
public interface StoreMove {

    /**
     * Copies everything to another database, compares it, and has the store use that database from then on; may take long, and
     * the store is not open meanwhile. An interruption stops it, unless everything has been moved already.
     *
     * @param dataSource the value of this setting for the other database; empty for the embedded one
     * @param replacing whether the data of a database that an earlier move has left may be deleted
     * @param lines receives a line for each step
     * @return the result as one sentence
     * @throws StoreException if it failed: the store uses the same database as before, and the move can be repeated
     */
    String move(String dataSource, boolean replacing, Consumer<String> lines);

    /**
     * Has the store use the database of the settings again although an earlier move has left it.
     *
     * @return the result as one sentence
     * @throws StoreException if no move has left it, or it can't be opened
     */
    String takeBack();
}
