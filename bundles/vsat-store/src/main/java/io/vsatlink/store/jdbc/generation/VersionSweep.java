/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.jdbc.table.Transactions.Question;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Closes or deletes all versions that meet a condition; afterwards they must no longer meet it. A table scan finds them, and
 * separate transactions then process them in chunks.
 */
public final class VersionSweep {
    /** Addresses in memory: 5 to 10 MB. If there are more versions, the table is scanned again. */
    private static final int FOUND = 50_000;

    /** Rows in one transaction: few enough not to delay readers. */
    private static final int CHUNK = 2_000;

    /** A condition on versions and its parameters. */
    public record Condition(String sql, List<Long> parameters) {}

    private interface ChunkWork {
        void on(Connection connection, List<VersionAddress> chunk) throws SQLException;
    }

    private final Transactions transactions;
    private final VersionTable versions;
    private final Slot slot;
    private final int atOnce;

    public VersionSweep(Transactions transactions, VersionTable versions, Slot slot) {
        this(transactions, versions, slot, FOUND);
    }

    /** @param atOnce the maximum number of versions that a scan collects */
    public VersionSweep(Transactions transactions, VersionTable versions, Slot slot, int atOnce) {
        this.transactions = transactions;
        this.versions = versions;
        this.slot = slot;
        this.atOnce = atOnce;
    }

    /**
     * Closes versions.
     *
     * @param wanted selects, by row number, among the versions that meet the condition
     * @param last the last generation of the closed versions
     * @return the number of versions
     */
    long end(Condition condition, LongPredicate wanted, long last) {
        return sweep(condition, wanted, (c, chunk) -> versions.end(c, chunk, last), (c, chunk) -> false);
    }

    /** @return the number of versions */
    public long delete(Condition condition) {
        return sweep(condition, rowNo -> true, versions::delete, (c, chunk) -> !versions.isThere(c, chunk.get(0)));
    }

    private long sweep(
            Condition condition, LongPredicate wanted, ChunkWork work, Question<List<VersionAddress>> tookEffect) {
        long concerned = 0;
        List<VersionAddress> found;
        do {
            found = transactions.read(slot.toString(), c -> versions.find(c, condition, wanted, atOnce));
            inChunks(found, work, tookEffect);
            concerned += found.size();
        } while (found.size() == atOnce);
        return concerned;
    }

    private void inChunks(List<VersionAddress> found, ChunkWork work, Question<List<VersionAddress>> tookEffect) {
        for (int from = 0; from < found.size(); from += CHUNK) {
            List<VersionAddress> chunk = found.subList(from, Math.min(from + CHUNK, found.size()));
            transactions.write(
                    slot.toString(),
                    c -> {
                        work.on(c, chunk);
                        return chunk;
                    },
                    tookEffect);
        }
    }
}
