/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.store.Generation;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The generations that wait for a person. A held generation is still recorded as the one being written, so undoing that one
 * undoes it too.
 */
final class HeldTable {
    private HeldTable() {}

    static Optional<Generation> find(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, held_at, row_count, added, changed,"
                        + " removed, number, held_at, changed_until, changes_basis FROM held_generation WHERE element = ? AND dataset = ?")) {
            GenerationTable.bind(select, 1, slot);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(GenerationTable.read(slot.owner(), slot.listing(), result, 1))
                        : Optional.empty();
            }
        }
    }

    static void put(Connection connection, Slot slot, Generation generation) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO held_generation"
                + " (element, dataset, number, held_at, row_count, added, changed, removed, changed_until, changes_basis)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            GenerationTable.bind(insert, slot, generation);
            GenerationTable.bindMark(insert, 9, generation);
            insert.executeUpdate();
        }
    }

    /** @return the generation that is current now; empty if none was held */
    static Optional<Generation> publish(Connection connection, Slot slot, Instant now) throws SQLException {
        Optional<Generation> held = find(connection, slot);
        if (held.isEmpty()) {
            return held;
        }
        Generation accepted = held.get().acceptedAt(now);
        GenerationTable.publish(connection, slot, accepted);
        remove(connection, slot);
        return Optional.of(accepted);
    }

    /** Returns whether there was one. */
    static boolean remove(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM held_generation WHERE element = ? AND dataset = ?")) {
            GenerationTable.bind(delete, 1, slot);
            return delete.executeUpdate() > 0;
        }
    }
}
