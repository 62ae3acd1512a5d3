/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.store.Generation;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalLong;

/** The statements of table {@code open_snapshot}: what other containers are reading. */
final class SnapshotTable {
    private static final String LIVE =
            " FROM open_snapshot o JOIN member m ON m.run = o.run AND m.lease_end > ? WHERE o.element = ?";

    private SnapshotTable() {}

    /** Replaces what this run reads. */
    static void replace(Connection connection, String run, Collection<Generation> read) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM open_snapshot WHERE run = ?")) {
            delete.setString(1, run);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO open_snapshot (element, dataset, generation, run) VALUES (?, ?, ?, ?)")) {
            for (Generation each : read) {
                GenerationTable.bind(insert, 1, new Slot(each.owner(), each.listing()));
                insert.setLong(3, each.number());
                insert.setString(4, run);
                insert.executeUpdate();
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
