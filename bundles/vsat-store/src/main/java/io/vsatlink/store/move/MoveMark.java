/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.dialect.UtcTimes;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What a database knows of the last move that it took part in. It is in a table of its own, which other databases do not have.
 *
 * @param id identifies the move: both databases have it
 * @param otherName what {@code dataSource} says for the other database; empty for the embedded one
 * @param other the other database, for users
 */
public record MoveMark(State state, String id, String otherName, String other, Instant at) {
    private static final String TABLE = "store_move";

    /** The part of a database in a move. */
    public enum State {
        /** Something is being copied into it, or was when the move broke off. */
        FILLING,

        /** Everything was copied from it, and it is out of date. */
        LEFT,

        /** Everything was copied into it. */
        ARRIVED
    }

    /** @throws StoreException if the database must not be used: it was left, or has an unfinished copy */
    public static void requireUsable(Database database) {
        of(database).flatMap(mark -> mark.objection(database.description())).ifPresent(objection -> {
            throw new StoreException(objection);
        });
    }

    private Optional<String> objection(String database) {
        String when = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (state) {
            case FILLING ->
                Optional.of("The database (" + database + ") has an unfinished copy of another one (" + other
                        + "), begun at " + when
                        + ": set dataSource back to the other one and repeat vsat:store-move, or empty this one");
            case LEFT ->
                Optional.of("Everything in the database (" + database + ") was moved to another one (" + other + ") at "
                        + when + ", and this one is out of date: use the other one with vsat:store-move "
                        + (otherName.isEmpty() ? "embedded" : otherName)
                        + ", or take this one back with vsat:store-move --take-back");
            case ARRIVED -> Optional.empty();
        };
    }

    /** The mark of a database; empty if it has never been moved. */
    static Optional<MoveMark> of(Database database) {
        try (Connection connection = database.connect()) {
            try {
                return read(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            database.failed(e);
            throw new StoreException(
                    "The database (" + database.description() + ") cannot be opened: "
                            + database.dialect().meaning(e).orElse(e.getMessage()),
                    e);
        }
    }

    static Optional<MoveMark> read(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT state, move_id, other_name, other, moved_at FROM " + TABLE)) {
            return result.next()
                    ? Optional.of(new MoveMark(
                            State.valueOf(result.getString(1)),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            new UtcTimes().get(result, 5)))
                    : Optional.empty();
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String name = about.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        String pattern = name.replace("_", about.getSearchStringEscape() + "_");
        try (ResultSet found = about.getTables(null, connection.getSchema(), pattern, null)) {
            return found.next();
        }
    }

    /** Replaces the mark, as part of the caller's transaction. */
    void write(Connection connection, Dialect dialect) throws SQLException {
        if (exists(connection)) {
            remove(connection);
        } else {
            String key = dialect.types().get("key");
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + TABLE + " (state " + key + " NOT NULL, move_id " + key
                        + " NOT NULL, other_name " + key + " NOT NULL, other "
                        + dialect.types().get("text") + " NOT NULL, moved_at "
                        + dialect.types().get("time") + " NOT NULL)");
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, state.name());
            insert.setString(2, id);
            insert.setString(3, otherName);
            insert.setString(4, other);
            new UtcTimes().set(insert, 5, at);
            insert.executeUpdate();
        }
    }

    static void remove(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM " + TABLE);
        }
    }
}
