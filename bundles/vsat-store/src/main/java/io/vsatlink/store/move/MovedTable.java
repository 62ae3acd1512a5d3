/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table as the database describes it. */
record MovedTable(String name, List<Column> columns) {
    /** What one container needs while it has a database open. */
    private static final List<String> NOT_MOVED = List.of("container", "duty", "member", "open_snapshot");

    /** The kinds of values. */
    enum Kind {
        TEXT,
        NUMBER,
        DECIMAL,
        FLAG,
        TIME
    }

    /**
     * A column.
     *
     * @param size of a text: the characters that it takes
     * @param numbered whether the database numbers the rows in it
     */
    record Column(String name, Kind kind, int size, boolean numbered) {}

    static boolean isMoved(String table) {
        return !NOT_MOVED.contains(table);
    }

    static MovedTable of(Connection connection, String name) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String stored = about.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        List<Column> columns = new ArrayList<>();
        String pattern = stored.replace("_", about.getSearchStringEscape() + "_");
        try (ResultSet result = about.getColumns(null, connection.getSchema(), pattern, null)) {
            while (result.next()) {
                columns.add(new Column(
                        result.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        kind(result.getInt("DATA_TYPE")),
                        result.getInt("COLUMN_SIZE"),
                        "YES".equals(result.getString("IS_AUTOINCREMENT"))));
            }
        }
        return new MovedTable(name, columns);
    }

    private static Kind kind(int type) {
        return switch (type) {
            case Types.BIGINT -> Kind.NUMBER;
            case Types.DOUBLE -> Kind.DECIMAL;
            case Types.BOOLEAN, Types.BIT -> Kind.FLAG;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.TIME;
            case Types.VARCHAR -> Kind.TEXT;
            default -> throw new IllegalArgumentException("no column of ours has the type " + type);
        };
    }

    /** The same columns, perhaps in another order, and perhaps of other sizes. */
    boolean isLike(MovedTable other) {
        return columns.stream()
                .map(each -> each.name() + each.kind() + each.numbered())
                .collect(Collectors.toSet())
                .equals(other.columns.stream()
                        .map(each -> each.name() + each.kind() + each.numbered())
                        .collect(Collectors.toSet()));
    }

    Optional<Column> numbered() {
        return columns.stream().filter(Column::numbered).findFirst();
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The index of a column; -1 if the table has none with this name. */
    int indexOf(String column) {
        return columnNames().indexOf(column);
    }

    String select() {
        return "SELECT " + String.join(", ", columnNames()) + " FROM " + name;
    }
}
