/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns that the vendor no longer returns; their values are taken from the current generation.
 *
 * @param columns the names of the columns; empty if rows are stored as returned
 * @param generation the one being written
 */
record CarriedColumns(Set<String> columns, DatasetTable table, Slot slot, RowCodec codec, long generation) {
    private static final int CHUNK = 250;

    CarriedColumns {
        columns = Set.copyOf(columns);
    }

    boolean none() {
        return columns.isEmpty();
    }

    /**
     * Returns the same rows, by key, with the carried values. Reads nothing if no column is carried.
     *
     * @param known the keys that have versions
     */
    Map<String, Row> fill(Connection connection, Map<String, Row> told, Set<String> known) throws SQLException {
        if (none()) {
            return told;
        }
        Map<String, Row> current = current(connection, known);
        Map<String, Row> filled = new HashMap<>(2 * told.size());
        told.forEach((key, row) -> filled.put(key, filled(row, current.get(key))));
        return filled;
    }

    private Row filled(Row told, Row current) {
        List<Object> values = new ArrayList<>(told.values());
        for (String column : columns) {
            values.set(told.listing().indexOf(column), current == null ? null : current.get(column));
        }
        return new Row(told.listing(), values, told.extraJson());
    }

    /** The rows of the current generation with these keys. */
    private Map<String, Row> current(Connection connection, Collection<String> known) throws SQLException {
        List<String> keys = List.copyOf(known);
        Map<String, Row> rows = new HashMap<>(2 * keys.size());
        int chunk = Math.min(CHUNK, keys.size());
        if (chunk == 0) {
            return rows;
        }
        try (PreparedStatement select =
                connection.prepareStatement(table.find(table.listing().keyColumn(), chunk))) {
            select.setString(chunk + 1, slot.owner());
            select.setLong(chunk + 2, generation - 1);
            select.setLong(chunk + 3, generation - 1);
            for (int from = 0; from < keys.size(); from += chunk) {
                for (int i = 0; i < chunk; i++) {
                    select.setString(1 + i, table.dialect().stored(keys.get(Math.min(from + i, keys.size() - 1))));
                }
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        Row row = codec.read(result);
                        rows.put(row.key(), row);
                    }
                }
            }
        }
        return rows;
    }
}
