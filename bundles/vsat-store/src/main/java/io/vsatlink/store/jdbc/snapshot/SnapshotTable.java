/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.store.Generation;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements of table {@code open_snapshot}: what other containers are reading. */
final class SnapshotTable {
    private static final String LIVE =
            " FROM open_snapshot o JOIN member m ON m.run = o.run AND m.lease_end > ? WHERE o.element = ?";

    private SnapshotTable() {}

    private record Row(String element, String dataset, long generation) {
        static Row of(Generation read) {
            return new Row(read.owner(), DatasetTable.name(read.listing()), read.number());
        }
    }

    /**
     * Replaces what this run reads. Rows are changed by their keys: a search for them would, on Derby, wait for those of other
     * containers while it keeps theirs waiting.
     */
    static void replace(Connection connection, String run, Collection<Generation> read) throws SQLException {
        Set<Row> before = rows(connection, run);
        Set<Row> after = read.stream().map(Row::of).collect(Collectors.toSet());
        each(
                connection,
                "DELETE FROM open_snapshot WHERE run = ? AND element = ? AND dataset = ? AND generation = ?",
                run,
                before.stream().filter(row -> !after.contains(row)).toList());
        each(
                connection,
                "INSERT INTO open_snapshot (run, element, dataset, generation) VALUES (?, ?, ?, ?)",
                run,
                after.stream().filter(row -> !before.contains(row)).toList());
    }

    private static Set<Row> rows(Connection connection, String run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT element, dataset, generation FROM open_snapshot WHERE run = ?")) {
            select.setString(1, run);
            Set<Row> rows = new HashSet<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString(1), result.getString(2), result.getLong(3)));
                }
            }
            return rows;
        }
    }

    private static void each(Connection connection, String sql, String run, Collection<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : rows) {
                statement.setString(1, run);
                statement.setString(2, row.element());
                statement.setString(3, row.dataset());
                statement.setLong(4, row.generation());
                statement.executeUpdate();
            }
        }
    }

    /** The oldest generation of a listing that a container reads whose lease has not ended. */
    static OptionalLong oldest(Connection connection, Slot slot, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT MIN(o.generation)" + LIVE + " AND o.dataset = ?")) {
            new UtcTimes().set(select, 1, now);
            GenerationTable.bind(select, 2, slot);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                long oldest = result.getLong(1);
                return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(oldest);
            }
        }
    }

    /** Whether such a container reads any listing of this owner. */
    static boolean any(Connection connection, String owner, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*)" + LIVE)) {
            new UtcTimes().set(select, 1, now);
            select.setString(2, owner);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1) > 0;
            }
        }
    }
}
