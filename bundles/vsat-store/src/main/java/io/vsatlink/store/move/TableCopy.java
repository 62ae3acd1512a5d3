/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Counted;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.move.MovedTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Copies one table: in chunks, so that neither the memory nor a transaction of the new database grows with it. */
final class TableCopy {
    private static final int FETCHED_AT_ONCE = 1_000;
    private static final int MOST_ROWS = 5_000;

    /** The largest chunk: in characters of its texts. */
    private static final int MOST_TEXT = 4 << 20;

    private static final long TOLD_EVERY = 100_000;

    private final Side from;
    private final Side to;
    private final MovedTable table;
    private final MoveProgress progress;
    private final TableWriter writer;
    private final TableDigest digest;
    private final List<Object[]> chunk = new ArrayList<>();
    private long text;

    /** @param table as the new database describes it */
    TableCopy(Side from, Side to, MovedTable table, MoveProgress progress) {
        this.from = from;
        this.to = to;
        this.table = table;
        this.progress = progress;
        this.writer = new TableWriter(to.dialect(), table);
        this.digest = new TableDigest(table);
    }

    /** @return the sums of what was read */
    TableDigest make() {
        RowReader reader = new RowReader(from.dialect(), table);
        read(from, table, reader, row -> take(reader.complete(row)));
        flush();
        progress.say(table.name() + ": " + Counted.of(digest.rows(), "row"));
        return digest;
    }

    private void take(Object[] row) {
        Dialect dialect = to.dialect();
        for (int i = 0; i < row.length; i++) {
            if (row[i] instanceof Instant time) {
                // no database rounds it then
                row[i] = time.truncatedTo(dialect.precision().toNanos() == 1 ? ChronoUnit.NANOS : ChronoUnit.MICROS);
            } else if (row[i] instanceof String value) {
                text += value.length();
                requireFits(table.columns().get(i), dialect.stored(value));
            }
        }
        digest.add(row);
        chunk.add(row);
        if (chunk.size() == MOST_ROWS || text >= MOST_TEXT) {
            flush();
        }
        if (digest.rows() % TOLD_EVERY == 0) {
            progress.say(table.name() + ": " + Counted.of(digest.rows(), "row") + " so far");
        }
    }

    private void requireFits(Column column, String stored) {
        if (stored.length() > column.size() && stored.codePointCount(0, stored.length()) > column.size()) {
            throw new StoreException("A text in " + table.name() + "." + column.name() + " has " + stored.length()
                    + " characters; the new database (" + to.description() + ") takes " + column.size());
        }
    }

    private void flush() {
        progress.requireGoingOn();
        if (!chunk.isEmpty()) {
            to.add(table, digest.rows(), c -> {
                writer.write(c, chunk);
                return null;
            });
            chunk.clear();
            text = 0;
        }
    }

    /** Reads what is in a database. */
    static TableDigest digest(Side side, MovedTable table, MoveProgress progress) {
        TableDigest digest = new TableDigest(table);
        read(side, table, new RowReader(side.dialect(), table), row -> {
            if (digest.rows() % FETCHED_AT_ONCE == 0) {
                progress.requireGoingOn();
            }
            digest.add(row);
        });
        return digest;
    }

    private interface Taker {
        void take(Object[] row);
    }

    /** Not by {@code Transactions#read}, which would begin again after a failure. */
    private static void read(Side side, MovedTable table, RowReader reader, Taker taker) {
        Database database = side.database();
        try (Connection connection = database.connect()) {
            try (PreparedStatement select = connection.prepareStatement(table.select())) {
                select.setFetchSize(FETCHED_AT_ONCE);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        taker.take(reader.read(result));
                    }
                }
            } finally {
                rollBack(connection);
            }
        } catch (SQLException e) {
            throw side.failed("reading " + table.name(), e);
        }
    }

    /** What is lost with a failed connection has been read only. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // the failure of the reading tells more
        }
    }
}
