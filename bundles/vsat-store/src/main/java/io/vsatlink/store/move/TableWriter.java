/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.store.dialect.BulkInsert;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.move.MovedTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes rows with their numbers, by the fastest way that the database has. Not thread-safe. */
final class TableWriter {
    /** The number of rows per insert statement: the fixed cost of a statement is a third of the cost of a single row. */
    private static final int TOGETHER = 10;

    private final Dialect dialect;
    private final MovedTable table;
    private final UtcTimes times = new UtcTimes();

    TableWriter(Dialect dialect, MovedTable table) {
        this.dialect = dialect;
        this.table = table;
    }

    void write(Connection connection, List<Object[]> rows) throws SQLException {
        Optional<BulkInsert> bulk = dialect.bulk(connection, table.name(), table.columnNames());
        if (bulk.isPresent()) {
            try (BulkInsert insert = bulk.get()) {
                write(insert, rows);
            }
        } else {
            int together = rows.size() - rows.size() % TOGETHER;
            write(connection, rows.subList(0, together), TOGETHER);
            write(connection, rows.subList(together, rows.size()), 1);
        }
    }

    private void write(BulkInsert insert, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                switch (table.columns().get(i).kind()) {
                    case TEXT -> insert.text(dialect.stored((String) row[i]));
                    case NUMBER -> insert.number((Long) row[i]);
                    case DECIMAL -> insert.decimal((Double) row[i]);
                    case FLAG -> insert.flag((Boolean) row[i]);
                    case TIME -> insert.time((Instant) row[i]);
                }
            }
        }
        long unused = insert.end();
    }

    private void write(Connection connection, List<Object[]> rows, int together) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks =
                "(" + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
        String sql = "INSERT INTO " + table.name() + " (" + String.join(", ", table.columnNames()) + ")"
                + dialect.numbering().given() + " VALUES " + String.join(", ", Collections.nCopies(together, marks));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += together) {
                int index = 1;
                for (Object[] row : rows.subList(from, from + together)) {
                    for (int i = 0; i < row.length; i++) {
                        bind(insert, index++, table.columns().get(i), row[i]);
                    }
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, int index, Column column, Object value) throws SQLException {
        switch (column.kind()) {
            case TEXT -> insert.setString(index, dialect.stored((String) value));
            case NUMBER -> insert.setObject(index, value, Types.BIGINT);
            case DECIMAL -> insert.setObject(index, value, Types.DOUBLE);
            case FLAG -> insert.setObject(index, value, Types.BOOLEAN);
            case TIME -> times.set(insert, index, (Instant) value);
        }
    }
}
