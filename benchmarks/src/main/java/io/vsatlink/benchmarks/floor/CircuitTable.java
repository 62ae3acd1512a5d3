/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;

/** A table of circuits as a user might define it: 17 columns with the key as primary key. */
final class CircuitTable {
    private static final List<Column> COLUMNS = Dataset.CIRCUITS.columns();
    private static final int KEY = COLUMNS.indexOf(Dataset.CIRCUITS.keyColumn());

    private final Connection connection;

    CircuitTable(Connection connection) {
        this.connection = connection;
    }

    void create() throws SQLException {
        String columns = COLUMNS.stream().map(CircuitTable::definition).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE circuits (" + columns + ")");
        }
        connection.commit();
    }

    /** Inserts the rows in one batch and one transaction. */
    void insert(List<String[]> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insertSql())) {
            for (String[] row : rows) {
                bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Updates each row by key or inserts it, in one transaction. */
    void upsert(List<String[]> rows) throws SQLException {
        String set = COLUMNS.stream().map(c -> Columns.sqlName(c) + " = ?").collect(Collectors.joining(", "));
        String sql = "UPDATE circuits SET " + set + " WHERE circuit_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql);
                PreparedStatement insert = connection.prepareStatement(insertSql())) {
            for (String[] row : rows) {
                bind(update, row);
                update.setString(row.length + 1, row[KEY]);
                if (update.executeUpdate() == 0) {
                    bind(insert, row);
                    insert.executeUpdate();
                }
            }
        }
        connection.commit();
    }

    private static String definition(Column column) {
        String type = column.type() == ColumnType.INTEGER ? "BIGINT" : "VARCHAR(4000)";
        boolean key = column.equals(Dataset.CIRCUITS.keyColumn());
        return Columns.sqlName(column) + (key ? " VARCHAR(255) NOT NULL PRIMARY KEY" : " " + type);
    }

    private static String insertSql() {
        String marks = COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO circuits VALUES (" + marks + ")";
    }

    private static void bind(PreparedStatement statement, String[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            if (COLUMNS.get(i).type() != ColumnType.INTEGER) {
                statement.setString(i + 1, row[i]);
            } else if (row[i] == null) {
                statement.setNull(i + 1, Types.BIGINT);
            } else {
                statement.setLong(i + 1, Long.parseLong(row[i]));
            }
        }
    }
}
