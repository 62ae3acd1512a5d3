/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;

/** Reads rows of one generation: all that were asked for, or an error. Another container may have pruned them meanwhile. */
record GenerationReads(Transactions transactions, DatasetTable table, Slot slot, long number) {

    <T> T read(Transactions.Work<T> work) {
        return transactions.read(slot.toString(), c -> {
            T result = work.on(c);
            // whoever deletes rows has deleted the record of their generation before
            if (transactions.database().shared() && !GenerationTable.isKept(c, slot, number)) {
                throw new StoreException(slot + ": generation " + number
                        + ", which is being read, was deleted by another container; read again");
            }
            return result;
        });
    }
}
