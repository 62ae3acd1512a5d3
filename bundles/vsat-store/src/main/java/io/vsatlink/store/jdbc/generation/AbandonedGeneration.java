/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.store.jdbc.generation.VersionSweep.Condition;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.LongTextTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of a poll that never published: it was held, cancelled, failed, or killed with its process. It also includes the
 * remaining data of a removed element that exists again.
 */
final class AbandonedGeneration {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedGeneration.class);

    private final Transactions transactions;
    private final VersionSweep sweep;
    private final Slot slot;

    AbandonedGeneration(Transactions transactions, VersionSweep sweep, Slot slot) {
        this.transactions = transactions;
        this.sweep = sweep;
        this.slot = slot;
    }

    /** Undoes it in chunks. A crash in between is harmless: the mark is deleted last, so the next call continues. */
    void undo() {
        String what = slot.toString();
        RemovedDataset removed = new RemovedDataset(transactions, slot);
        if (removed.isMarked()) {
            removed.finish();
        }
        if (transactions.read(what, c -> GenerationTable.writing(c, slot)) == 0) {
            return;
        }
        // first of all: a partly undone generation must not be accepted; read again, because a publication that was in
        // doubt
        // has ended now
        long abandoned = transactions.write(what, c -> {
            long writing = GenerationTable.writing(c, slot);
            if (writing != 0) {
                HeldTable.remove(c, slot);
            }
            return writing;
        });
        if (abandoned == 0) {
            return;
        }
        long written = sweep.delete(new Condition("first_generation = ?", List.of(abandoned)));
        long closed = sweep.end(
                new Condition("last_generation = ?", List.of(abandoned - 1)), rowNo -> true, DatasetTable.OPEN);
        transactions.write(what, c -> {
            LongTextTable.deleteOf(c, slot, abandoned);
            GenerationTable.setWriting(c, slot, 0);
            return null;
        });
        LOG.info(
                "{}: undid generation {}, which was never published ({} rows written, {} closed)",
                slot,
                abandoned,
                written,
                closed);
    }
}
