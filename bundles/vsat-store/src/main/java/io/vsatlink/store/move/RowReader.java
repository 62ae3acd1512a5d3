/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.table.ToldTime;
import io.vsatlink.store.move.MovedTable.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads rows of a table as values that do not depend on the database. Not thread-safe. */
final class RowReader {
    private final Dialect dialect;
    private final List<Column> columns;
    private final int[] texts;
    private final UtcTimes times = new UtcTimes();

    RowReader(Dialect dialect, MovedTable table) {
        this.dialect = dialect;
        this.columns = table.columns();
        this.texts = columns.stream()
                .mapToInt(column -> table.indexOf(column.name() + "_text"))
                .toArray();
    }

    /** The values of the columns: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Instant} or null. */
    Object[] read(ResultSet result) throws SQLException {
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(columns.get(i), result, i + 1);
        }
        return row;
    }

    /** Completes times that the database keeps less precisely than the text beside them. */
    Object[] complete(Object[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] instanceof Instant time && texts[i] >= 0 && row[texts[i]] instanceof String text) {
                row[i] = ToldTime.exact(dialect, text, time);
            }
        }
        return row;
    }

    private Object value(Column column, ResultSet result, int index) throws SQLException {
        Object value =
                switch (column.kind()) {
                    case TEXT -> dialect.read(result.getString(index));
                    case NUMBER -> result.getLong(index);
                    // Derby has no negative zero
                    case DECIMAL -> result.getDouble(index) + 0.0;
                    case FLAG -> result.getBoolean(index);
                    case TIME -> times.get(result, index);
                };
        return result.wasNull() ? null : value;
    }
}
