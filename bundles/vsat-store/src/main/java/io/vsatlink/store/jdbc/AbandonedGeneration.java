package io.vsatlink.store.jdbc;

import io.vsatlink.store.jdbc.VersionTable.Condition;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a poll left that never published: held, cancelled, failed, or killed with its process. */
final class AbandonedGeneration {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedGeneration.class);

    private final Transactions transactions;
    private final VersionTable versions;
    private final Slot slot;

    AbandonedGeneration(Transactions transactions, VersionTable versions, Slot slot) {
        this.transactions = transactions;
        this.versions = versions;
        this.slot = slot;
    }

    /** Undoes it, in chunks. A kill in between does no harm: the mark goes last, so the next call goes on. */
    void undo() {
        String what = slot.toString();
        long abandoned = transactions.read(what, c -> GenerationTable.writing(c, slot));
        if (abandoned == 0) {
            return;
        }
        // first of all: what is half undone must not be accepted any more
        transactions.write(what, c -> HeldTable.remove(c, slot));
        RowNumbers written = transactions.read(
                what, c -> versions.numbers(c, new Condition("first_generation = ?", List.of(abandoned))));
        versions.deleteInChunks(transactions, written);
        RowNumbers closed = transactions.read(
                what, c -> versions.numbers(c, new Condition("last_generation = ?", List.of(abandoned - 1))));
        versions.endInChunks(transactions, closed, DatasetTable.OPEN);
        transactions.write(what, c -> {
            GenerationTable.setWriting(c, slot, 0);
            return null;
        });
        LOG.info(
                "{}: undid generation {}, which was never published ({} rows written, {} closed)",
                slot,
                abandoned,
                written.size(),
                closed.size());
    }
}
