/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Ends or deletes all versions that meet a condition, of which they must not meet it any more. A scan of the table tells
 * where they are, transactions of their own then concern some of them each.
 */
public final class VersionSweep {
    /** Addresses in memory: 5 to 10 MB. Where there are more versions, the table is scanned again. */
    private static final int FOUND = 50_000;

    /** Rows in one transaction: short enough not to hold readers up. */
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

    /** @param atOnce how many versions a scan looks for */
    public VersionSweep(Transactions transactions, VersionTable versions, Slot slot, int atOnce) {
        this.transactions = transactions;
        this.versions = versions;
        this.slot = slot;
        this.atOnce = atOnce;
    }

    /**
     * Sets where they end.
     *
     * @param wanted by row number, which of those that meet the condition are meant
     * @return how many there were
     */
    long end(Condition condition, LongPredicate wanted, long last) {
        return sweep(condition, wanted, (c, chunk) -> versions.end(c, chunk, last));
    }

    /** @return how many there were */
    public long delete(Condition condition) {
        return sweep(condition, rowNo -> true, versions::delete);
    }

    private long sweep(Condition condition, LongPredicate wanted, ChunkWork work) {
        long concerned = 0;
        List<VersionAddress> found;
        do {
            found = transactions.read(slot.toString(), c -> versions.find(c, condition, wanted, atOnce));
            inChunks(found, work);
            concerned += found.size();
        } while (found.size() == atOnce);
        return concerned;
    }

    private void inChunks(List<VersionAddress> found, ChunkWork work) {
        for (int from = 0; from < found.size(); from += CHUNK) {
            List<VersionAddress> chunk = found.subList(from, Math.min(from + CHUNK, found.size()));
            transactions.write(slot.toString(), c -> {
                work.on(c, chunk);
                return null;
            });
        }
    }
}
