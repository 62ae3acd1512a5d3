/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the database sorts the keys of a generation as Java does, which all files and pages follow. A generation never changes,
 * so each is examined once. Thread-safe.
 */
final class KeyOrder {
    private final Map<Slot, Examined> examined = new ConcurrentHashMap<>();

    private record Examined(long generation, boolean asInJava) {}

    boolean isAsInJava(Connection connection, DatasetTable table, Slot slot, long generation) throws SQLException {
        Optional<String> exceptions = table.keysUnlikeJava();
        if (exceptions.isEmpty()) {
            return true;
        }
        Examined known = examined.get(slot);
        if (known == null || known.generation() != generation) {
            known = new Examined(generation, !any(connection, exceptions.get(), slot, generation));
            examined.put(slot, known);
        }
        return known.asInJava();
    }

    private static boolean any(Connection connection, String exceptions, Slot slot, long generation)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(exceptions)) {
            select.setString(1, slot.owner());
            select.setLong(2, generation);
            select.setLong(3, generation);
            select.setInt(4, 1);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }
}
