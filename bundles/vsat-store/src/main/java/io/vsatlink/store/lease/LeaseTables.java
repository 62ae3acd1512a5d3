/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.lease;

import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.dialect.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of the tables {@code container} and {@code duty}. All times except {@code started_at} are the database's. */
record LeaseTables(Dialect dialect) {
    private static final String STORE = " WHERE kind = 'store' AND subject = ''";

    /** The owner of a duty: its run, and the number of this ownership. */
    record Owner(String run, long fence) {}

    /** A container as others see it. */
    record Seen(String name, String run, Instant startedAt, Instant leaseEnd) {}

    /** The owner; empty if there has never been one. */
    Optional<Owner> owner(Connection connection) throws SQLException {
        return owner(connection, "");
    }

    /** Like {@link #owner}, and the owner can't change until the transaction ends. */
    Optional<Owner> ownerUntilTheEnd(Connection connection) throws SQLException {
        return owner(connection, dialect.forShare());
    }

    private static Optional<Owner> owner(Connection connection, String locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT run, fence FROM duty" + STORE + locking);
                ResultSet result = select.executeQuery()) {
            return result.next() ? Optional.of(new Owner(result.getString(1), result.getLong(2))) : Optional.empty();
        }
    }

    /** Waits for current writers and excludes others until the transaction ends. Creates the row if it does not exist. */
    void lock(Connection connection, Instant now) throws SQLException {
        if (update(connection, "UPDATE duty SET fence = fence" + STORE) == 0) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO duty (kind, subject, run, fence, since) VALUES ('store', '', '', 0, ?)")) {
                new UtcTimes().set(insert, 1, now);
                insert.executeUpdate();
            }
        }
    }

    void setOwner(Connection connection, Owner owner, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE duty SET run = ?, fence = ?, since = ?" + STORE)) {
            update.setString(1, owner.run());
            update.setLong(2, owner.fence());
            new UtcTimes().set(update, 3, now);
            update.executeUpdate();
        }
    }

    /** Gives up the duty if this owner still has it. */
    void leave(Connection connection, Owner owner) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE duty SET run = ''" + STORE + " AND run = ? AND fence = ?")) {
            update.setString(1, owner.run());
            update.setLong(2, owner.fence());
            update.executeUpdate();
        }
        removeContainer(connection, owner.run());
    }

    Optional<Seen> container(Connection connection, String run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name, started_at, lease_end FROM container WHERE run = ?")) {
            select.setString(1, run);
            UtcTimes times = new UtcTimes();
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(new Seen(result.getString(1), run, times.get(result, 2), times.get(result, 3)))
                        : Optional.empty();
            }
        }
    }

    /** Those who share the database, and whose leases have not ended. */
    List<Seen> members(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT name, run, started_at, lease_end FROM member WHERE lease_end > ? ORDER BY name, run")) {
            UtcTimes times = new UtcTimes();
            times.set(select, 1, now);
            List<Seen> members = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    members.add(new Seen(
                            result.getString(1), result.getString(2), times.get(result, 3), times.get(result, 4)));
                }
            }
            return members;
        }
    }

    /** @return whether the container is still in the table */
    boolean renew(Connection connection, String run, Instant leaseEnd) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE container SET lease_end = ? WHERE run = ?")) {
            new UtcTimes().set(update, 1, leaseEnd);
            update.setString(2, run);
            return update.executeUpdate() > 0;
        }
    }

    void addContainer(Connection connection, Occupant container, Instant leaseEnd) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO container (name, run, version, started_at, lease_end) VALUES (?, ?, ?, ?, ?)")) {
            UtcTimes times = new UtcTimes();
            insert.setString(1, container.name());
            insert.setString(2, container.run());
            insert.setString(3, container.version());
            times.set(insert, 4, container.startedAt());
            times.set(insert, 5, leaseEnd);
            insert.executeUpdate();
        }
    }

    /** Removes all containers: only one is active at a time, so all of these have ended. */
    void removeContainers(Connection connection) throws SQLException {
        update(connection, "DELETE FROM container");
    }

    private static void removeContainer(Connection connection, String run) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM container WHERE run = ?")) {
            delete.setString(1, run);
            delete.executeUpdate();
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            return update.executeUpdate();
        }
    }
}
