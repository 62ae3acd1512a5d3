/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.util.Map;

/** Writes each page in a transaction of its own. */
final class DirectPages implements PageSink {
    private final Transactions transactions;
    private final Slot slot;
    private final PageWriter writer;
    private final PassMemory memory;

    /** Whether a key not seen in this pass certainly has no version, so that a first sync needs no lookup. */
    private boolean othersAreNew;

    DirectPages(Transactions transactions, Slot slot, PageWriter writer, PassMemory memory, boolean othersAreNew) {
        this.transactions = transactions;
        this.slot = slot;
        this.writer = writer;
        this.memory = memory;
        this.othersAreNew = othersAreNew;
    }

    @Override
    public PagePlan take(Map<String, Row> rows, int duplicates) {
        boolean newBefore = othersAreNew;
        // if the transaction fails, it is unknown whether its commit took effect
        othersAreNew = false;
        PagePlan plan = transactions.write(
                slot.toString(),
                c -> {
                    PagePlan made = writer.plan(c, rows, memory, newBefore, duplicates);
                    writer.write(c, made);
                    return made;
                },
                (c, written) -> writer.isWritten(c, rows, memory));
        othersAreNew = newBefore;
        memory.took(rows.keySet(), plan);
        return plan;
    }

    @Override
    public void beginPass() {
        othersAreNew = false;
    }

    @Override
    public void settle() {
        // nothing waits
    }

    @Override
    public void settle(String key) {
        // nothing waits
    }
}
