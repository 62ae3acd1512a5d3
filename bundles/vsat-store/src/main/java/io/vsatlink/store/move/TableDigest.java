/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sums of a table's rows, in any order: of all rows, and of the rows of each generation of each element, if the table has
 * generations. Two tables with the same sums have the same rows.
 */
final class TableDigest {
    private final String table;
    private final int owner;
    private final int first;
    private final int last;
    private final RowHash hash = new RowHash();
    private final Sum all = new Sum();

    /** What each generation has more than the one before it. */
    private final Map<String, TreeMap<Long, Sum>> turns = new HashMap<>();

    private static final class Sum {
        private long rows;
        private long high;
        private long low;

        void add(long sign, long highHash, long lowHash) {
            rows += sign;
            high += sign * highHash;
            low += sign * lowHash;
        }

        boolean isLike(Sum other) {
            return other != null && rows == other.rows && high == other.high && low == other.low;
        }
    }

    TableDigest(MovedTable table) {
        this.table = table.name();
        this.owner = table.indexOf("element");
        this.first = table.indexOf("first_generation");
        this.last = table.indexOf("last_generation");
    }

    void add(Object[] row) {
        ByteBuffer bytes = hash.of(row);
        long high = bytes.getLong();
        long low = bytes.getLong();
        all.add(1, high, low);
        if (first >= 0) {
            TreeMap<Long, Sum> its = turns.computeIfAbsent((String) row[owner], name -> new TreeMap<>());
            its.computeIfAbsent((Long) row[first], number -> new Sum()).add(1, high, low);
            long ended = (Long) row[last];
            if (ended != Long.MAX_VALUE) {
                its.computeIfAbsent(ended + 1, number -> new Sum()).add(-1, high, low);
            }
        }
    }

    long rows() {
        return all.rows;
    }

    /** Where a copy begins to differ, as the middle of a sentence; empty if both have the same rows. */
    static Optional<String> difference(TableDigest read, TableDigest copy) {
        for (Map.Entry<String, TreeMap<Long, Sum>> each : read.turns.entrySet()) {
            Map<Long, Sum> others = copy.turns.getOrDefault(each.getKey(), new TreeMap<>());
            for (Map.Entry<Long, Sum> turn : each.getValue().entrySet()) {
                if (!turn.getValue().isLike(others.get(turn.getKey()))) {
                    return Optional.of(read.table + " of element " + each.getKey() + " differs from generation "
                            + turn.getKey() + " on");
                }
            }
        }
        if (read.all.rows != copy.all.rows) {
            return Optional.of(read.table + " has " + copy.all.rows + " rows instead of " + read.all.rows);
        }
        return read.all.isLike(copy.all) ? Optional.empty() : Optional.of(read.table + " has other contents");
    }
}
