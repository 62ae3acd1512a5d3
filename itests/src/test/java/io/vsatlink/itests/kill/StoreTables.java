/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a database has of an element, by SQL alone. */
public class StoreTables {
    private final Connection connection;
    private final String element;

    public StoreTables(Connection connection, String element) {
        this.connection = connection;
        this.element = element;
    }

    /** The current generations; a dataset that was never published is omitted. */
    public Map<Dataset, Long> generations() throws SQLException {
        Map<Dataset, Long> generations = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            long current = number(
                    "SELECT COALESCE(MAX(current_generation), 0) FROM dataset_state WHERE element = ? AND dataset = ?",
                    element,
                    table(dataset));
            if (current > 0) {
                generations.put(dataset, current);
            }
        }
        return generations;
    }

    /** The number of datasets with an unfinished or held generation. */
    public long unpublished() throws SQLException {
        return number("SELECT COUNT(*) FROM dataset_state WHERE element = ? AND writing_generation <> 0", element);
    }

    long held() throws SQLException {
        return number("SELECT COUNT(*) FROM held_generation WHERE element = ?", element);
    }

    /** Checks that no published data is lost or duplicated: generations, row counts and polls agree. */
    public void assertConsistent(Dataset dataset) throws SQLException {
        String table = table(dataset);
        long current = number(
                "SELECT current_generation FROM dataset_state WHERE element = ? AND dataset = ?", element, table);
        long rows = 0;
        List<long[]> generations = list(
                "SELECT number, row_count, added, removed FROM generation WHERE element = ? AND dataset = ? ORDER BY number",
                element,
                table);
        for (int i = 0; i < generations.size(); i++) {
            long[] generation = generations.get(i);
            rows += generation[2] - generation[3];
            assertEquals(i + 1, generation[0], dataset + ": generations count up from 1");
            assertEquals(rows, generation[1], dataset + ": rows of generation " + generation[0]);
        }
        assertEquals(generations.size(), current, dataset + ": the newest generation is the current one");
        assertEquals(
                rows,
                number("SELECT COUNT(*) FROM " + table + "_current WHERE element = ?", element),
                dataset + ": rows");
        assertEquals(
                0,
                number(
                        "SELECT COUNT(*) FROM (SELECT generation FROM poll_history WHERE element = ? AND dataset = ? AND generation > 0"
                                + " GROUP BY generation HAVING COUNT(*) > 1) doubled",
                        element,
                        table),
                dataset + ": polls that published the same generation");
    }

    /** The rows of the current generation, ordered by key; a duplicate key appears twice. */
    public List<Row> rows(Dataset dataset) throws SQLException {
        CurrentView view = new CurrentView(dataset);
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(view.select())) {
            query.setString(1, element);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add(view.row(result));
                }
            }
        }
        return rows;
    }

    static String table(Dataset dataset) {
        return dataset.name().toLowerCase(Locale.ROOT);
    }

    final long number(String sql, String... parameters) throws SQLException {
        return list(sql, parameters).get(0)[0];
    }

    private List<long[]> list(String sql, String... parameters) throws SQLException {
        List<long[]> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    long[] row = new long[result.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = result.getLong(i + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
