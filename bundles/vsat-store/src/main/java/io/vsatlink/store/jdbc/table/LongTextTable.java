/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Table {@code long_text}: the parts of texts that exceed their columns. A column has the beginning, so that only a text that
 * fills its column is looked up here, which is rare.
 */
public final class LongTextTable {
    /** The capacity of a text column, in characters. */
    public static final int MOST = Column.MAX_TEXT;

    /** SQL treats "A" and "A " as equal; their lengths differ. */
    private static final String AT =
            " WHERE element = ? AND listing = ? AND generation = ? AND row_key = ? AND LENGTH(row_key) = ?";

    private LongTextTable() {}

    /**
     * Identifies the texts of a row.
     *
     * @param listing the name of the row's table
     * @param generation the first one of the row's version; 0 in a table without versions
     */
    public record Place(String owner, String listing, long generation, String key) {
        private void bind(PreparedStatement statement) throws SQLException {
            statement.setString(1, owner);
            statement.setString(2, listing);
            statement.setLong(3, generation);
            statement.setString(4, key);
            statement.setInt(5, key.length());
        }
    }

    /** The part of a text that is stored in the column. */
    public static String beginning(String text) {
        return text == null || text.length() <= MOST ? text : text.substring(0, MOST);
    }

    /** Whether the text of a column may continue in this table. */
    public static boolean mayGoOn(String text) {
        return text != null && text.length() == MOST;
    }

    /** Writes the parts that exceed their columns. */
    public static void put(Connection connection, Place place, Map<String, String> textsByColumn) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO long_text"
                        + " (element, listing, generation, row_key, column_name, part, content) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, String> each : textsByColumn.entrySet()) {
                String text = each.getValue();
                for (int part = 1; part * MOST < text.length(); part++) {
                    insert.setString(1, place.owner());
                    insert.setString(2, place.listing());
                    insert.setLong(3, place.generation());
                    insert.setString(4, place.key());
                    insert.setString(5, each.getKey());
                    insert.setLong(6, part);
                    insert.setString(7, text.substring(part * MOST, Math.min(text.length(), (part + 1) * MOST)));
                    insert.executeUpdate();
                }
            }
        }
    }

    /** The remaining parts of a row's texts, by column; without the columns whose text is complete. */
    public static Map<String, String> rests(Connection connection, Dialect dialect, Place place) throws SQLException {
        Map<String, StringBuilder> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT column_name, content FROM long_text"
                + dialect.through("long_text_by_version") + AT + " ORDER BY part")) {
            place.bind(select);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.computeIfAbsent(result.getString(1), column -> new StringBuilder())
                            .append(result.getString(2));
                }
            }
        }
        Map<String, String> rests = new HashMap<>();
        found.forEach((column, rest) -> rests.put(column, rest.toString()));
        return rests;
    }

    public static void delete(Connection connection, Place place) throws SQLException {
        delete(connection, List.of(place));
    }

    public static void delete(Connection connection, List<Place> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM long_text" + AT)) {
            for (Place place : places) {
                place.bind(delete);
                delete.executeUpdate();
            }
        }
    }

    /** Deletes the texts of versions that began with this generation. */
    public static void deleteOf(Connection connection, Slot slot, long generation) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM long_text WHERE element = ? AND listing = ? AND generation = ?")) {
            GenerationTable.bind(delete, 1, slot);
            delete.setLong(3, generation);
            delete.executeUpdate();
        }
    }

    /** Deletes the texts of deleted versions that began before a generation. */
    public static void deleteOrphans(Connection connection, DatasetTable table, String owner, long before)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(table.deleteOrphans())) {
            delete.setString(1, owner);
            delete.setString(2, table.name());
            delete.setLong(3, before);
            delete.executeUpdate();
        }
    }
}
