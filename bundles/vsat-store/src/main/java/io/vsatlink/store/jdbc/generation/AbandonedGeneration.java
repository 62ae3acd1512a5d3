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
 * What a poll left that never published: held, cancelled, failed, or killed with its process. And what was not yet removed of an
 * element that is there again.
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

    /** Undoes it, in chunks. A kill in between does no harm: the mark goes last, so the next call goes on. */
    void undo() {
        String what = slot.toString();
        RemovedDataset removed = new RemovedDataset(transactions, slot);
        if (removed.isMarked()) {
            removed.finish();
        }
        long abandoned = transactions.read(what, c -> GenerationTable.writing(c, slot));
        if (abandoned == 0) {
            return;
        }
        // first of all: what is half undone must not be accepted any more
        transactions.write(what, c -> HeldTable.remove(c, slot));
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
