/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Lease;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.migration.SchemaMigration;
import io.vsatlink.store.move.MoveMark.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One of the two databases of a move, with the lease that keeps all others away from it. Thread-safe. */
public final class Side implements AutoCloseable {
    private final String name;
    private final Database database;
    private final Lease lease;
    private final Transactions transactions;
    private final DatabaseClock clock;

    private Side(String name, Database database, Lease lease, Clock clock) {
        this.name = name;
        this.database = database;
        this.lease = lease;
        this.transactions = new Transactions(database, lease);
        this.clock = new DatabaseClock(database, clock);
    }

    /**
     * Takes a database that has the newest schema. It is closed with the result, or if that fails.
     *
     * @param name what {@code dataSource} says for it
     * @throws StoreException if another container uses it
     */
    public static Side source(String name, Database database, Occupant occupant, Clock clock) {
        return opened(database, () -> new Side(name, database, Lease.take(database, occupant, clock), clock));
    }

    /**
     * Takes a database to copy into, and gives it the newest schema. It is closed with the result, or if that fails.
     *
     * @param name what {@code dataSource} says for it
     * @param replacing whether its data may be deleted if an earlier move has left it
     * @throws StoreException if it is in use, has data, or was written by a newer program; then it is unchanged
     */
    public static Side target(String name, Database database, Occupant occupant, Clock clock, boolean replacing) {
        return opened(database, () -> {
            SchemaMigration migration = new SchemaMigration(clock);
            int found = migration.found(database);
            Lease lease = found >= Lease.SCHEMA ? Lease.take(database, occupant, clock) : null;
            boolean taken = false;
            try {
                if (found > 0) {
                    new Target(database).requireFree(replacing);
                }
                migration.migrate(database);
                taken = true;
            } finally {
                if (!taken && lease != null) {
                    lease.close();
                }
            }
            return new Side(name, database, lease == null ? Lease.take(database, occupant, clock) : lease, clock);
        });
    }

    private interface Opening {
        Side open();
    }

    private static Side opened(Database database, Opening opening) {
        boolean opened = false;
        try {
            Side side = opening.open();
            opened = true;
            return side;
        } finally {
            // after any failure: a database that stays open excludes everyone, including us
            if (!opened) {
                database.close();
            }
        }
    }

    String name() {
        return name;
    }

    Database database() {
        return database;
    }

    Dialect dialect() {
        return database.dialect();
    }

    public String description() {
        return database.description();
    }

    DatabaseClock clock() {
        return clock;
    }

    <T> T read(String what, Transactions.Work<T> work) {
        return transactions.read(what, work);
    }

    /** Adds rows to a table that nobody else changes, once, even if it is unknown whether a commit took effect. */
    void add(MovedTable table, long rowsAfterwards, Transactions.Work<Void> work) {
        var unused = transactions.write(
                "copying " + table.name(),
                work,
                (c, none) -> number(c, "SELECT COUNT(*) FROM " + table.name()) == rowsAfterwards);
    }

    /** The work may run again after it took effect. */
    <T> T write(String what, Transactions.Work<T> work) {
        return transactions.write(what, work);
    }

    void execute(String what, List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        write(what, c -> {
            try (Statement statement = c.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return null;
        });
    }

    long number(String what, String query) {
        return read(what, c -> number(c, query));
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    Optional<MoveMark> mark() {
        return read("the mark of a move", MoveMark::read);
    }

    void mark(MoveMark mark) {
        write("the mark of a move", c -> {
            mark.write(c, dialect());
            return null;
        });
    }

    boolean isMarked(State state) {
        return mark().filter(mark -> mark.state() == state).isPresent();
    }

    StoreException failed(String what, SQLException e) {
        database.failed(e);
        return new StoreException(
                what + ": " + dialect().meaning(e).orElse("the database failed: " + e.getMessage()) + " ("
                        + description() + ")",
                e);
    }

    @Override
    public void close() {
        lease.close();
        database.close();
    }
}
