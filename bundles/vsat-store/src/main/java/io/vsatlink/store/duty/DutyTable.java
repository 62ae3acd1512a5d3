/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.dialect.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements of table {@code duty}. */
record DutyTable(Dialect dialect) {
    private static final String WHERE = " WHERE kind = ? AND subject = ?";

    /** Who has a duty: a run, and the number of its holders so far. Two are the same only if both are. */
    record Owner(String run, long fence) {}

    /** The owner; empty if there has never been one. */
    Optional<Owner> owner(Connection connection, DutyKey key) throws SQLException {
        return owner(connection, key, "");
    }

    /** Like {@link #owner}, and the owner can't change until the transaction ends. */
    Optional<Owner> ownerUntilTheEnd(Connection connection, DutyKey key) throws SQLException {
        return owner(connection, key, dialect.forShare());
    }

    private static Optional<Owner> owner(Connection connection, DutyKey key, String locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT run, fence FROM duty" + WHERE + locking)) {
            bind(select, 1, key);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(new Owner(result.getString(1), result.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    /** Waits for those who are writing for the duty, and excludes others until the transaction ends. */
    void lock(Connection connection, DutyKey key) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE duty SET fence = fence" + WHERE)) {
            bind(update, 1, key);
            update.executeUpdate();
        }
    }

    void add(Connection connection, DutyKey key, Owner owner, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO duty (kind, subject, run, fence, since) VALUES (?, ?, ?, ?, ?)")) {
            bind(insert, 1, key);
            insert.setString(3, owner.run());
            insert.setLong(4, owner.fence());
            new UtcTimes().set(insert, 5, now);
            insert.executeUpdate();
        }
    }

    void setOwner(Connection connection, DutyKey key, Owner owner, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE duty SET run = ?, fence = ?, since = ?" + WHERE)) {
            update.setString(1, owner.run());
            update.setLong(2, owner.fence());
            new UtcTimes().set(update, 3, now);
            bind(update, 4, key);
            update.executeUpdate();
        }
    }

    /** Gives up the duty if this owner still has it. */
    void leave(Connection connection, DutyKey key, Owner owner) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE duty SET run = ''" + WHERE + " AND run = ? AND fence = ?")) {
            bind(update, 1, key);
            update.setString(3, owner.run());
            update.setLong(4, owner.fence());
            update.executeUpdate();
        }
    }

    static void remove(Connection connection, DutyKey key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM duty" + WHERE)) {
            bind(delete, 1, key);
            delete.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, DutyKey key) throws SQLException {
        statement.setString(first, key.kind());
        statement.setString(first + 1, key.subject());
    }
}
