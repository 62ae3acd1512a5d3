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
public record LongTextTable(Dialect dialect) {
    /** The capacity of a text column, in characters. */
    public static final int MOST = Column.MAX_TEXT;

    /**
     * Identifies the texts of a row.
     *
     * @param listing the name of the row's table
     * @param generation the first one of the row's version; 0 in a table without versions
     */
    public record Place(String owner, String listing, long generation, String key) {}

    /** SQL may treat "A" and "A " as equal; their lengths differ. */
    private String at() {
        return " WHERE element = ? AND listing = ? AND generation = ? AND row_key = ? AND " + dialect.length("row_key")
                + " = ?";
    }

    private void bind(PreparedStatement statement, Place place) throws SQLException {
        String key = dialect.stored(place.key());
        statement.setString(1, place.owner());
        statement.setString(2, place.listing());
        statement.setLong(3, place.generation());
        statement.setString(4, key);
        statement.setInt(5, key.length());
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
    public void put(Connection connection, Place place, Map<String, String> textsByColumn) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO long_text"
                        + " (element, listing, generation, row_key, column_name, part, content) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, String> each : textsByColumn.entrySet()) {
                String text = each.getValue();
                for (int part = 1; part * MOST < text.length(); part++) {
                    insert.setString(1, place.owner());
                    insert.setString(2, place.listing());
                    insert.setLong(3, place.generation());
                    insert.setString(4, dialect.stored(place.key()));
                    insert.setString(5, each.getKey());
                    insert.setLong(6, part);
                    insert.setString(
                            7, dialect.stored(text.substring(part * MOST, Math.min(text.length(), (part + 1) * MOST))));
                    insert.executeUpdate();
                }
            }
        }
    }

    /** The remaining parts of a row's texts, by column; without the columns whose text is complete. */
    public Map<String, String> rests(Connection connection, Place place) throws SQLException {
        Map<String, StringBuilder> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT column_name, content FROM long_text"
                + dialect.through("long_text_by_version") + at() + " ORDER BY part")) {
            bind(select, place);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.computeIfAbsent(result.getString(1), column -> new StringBuilder())
                            .append(dialect.read(result.getString(2)));
                }
            }
        }
        Map<String, String> rests = new HashMap<>();
        found.forEach((column, rest) -> rests.put(column, rest.toString()));
        return rests;
    }

    public void delete(Connection connection, Place place) throws SQLException {
        delete(connection, List.of(place));
    }

    public void delete(Connection connection, List<Place> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM long_text" + at())) {
            for (Place place : places) {
                bind(delete, place);
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
