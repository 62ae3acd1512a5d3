/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.duty.Preference.Candidate;
import io.vsatlink.store.lease.Occupant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of table {@code member}. All times except {@code started_at} are the database's. */
final class MemberTable {
    private MemberTable() {}

    /** A container as others see it. */
    record Member(String name, Instant leaseEnd) {}

    /** A sign of life: when, until when the lease lasts, and by how many milliseconds the container's clock is ahead. */
    record Heartbeat(Instant at, Instant leaseEnd, long clockOffset) {

        private void bind(PreparedStatement statement, int first) throws SQLException {
            UtcTimes times = new UtcTimes();
            times.set(statement, first, leaseEnd);
            times.set(statement, first + 1, at);
            statement.setLong(first + 2, clockOffset);
        }
    }

    static void add(Connection connection, Occupant container, Heartbeat heartbeat) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO member (run, name, version, started_at, lease_end, seen_at, clock_offset)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            UtcTimes times = new UtcTimes();
            insert.setString(1, container.run());
            insert.setString(2, container.name());
            insert.setString(3, container.version());
            times.set(insert, 4, container.startedAt());
            heartbeat.bind(insert, 5);
            insert.executeUpdate();
        }
    }

    /** @return whether the lease had not expired; an expired one stays so, because others may have acted on it */
    static boolean renew(Connection connection, String run, Heartbeat heartbeat) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE member SET lease_end = ?, seen_at = ?, clock_offset = ? WHERE run = ? AND lease_end > ?")) {
            heartbeat.bind(update, 1);
            update.setString(4, run);
            new UtcTimes().set(update, 5, heartbeat.at());
            return update.executeUpdate() > 0;
        }
    }

    /** Those whose leases have not ended. */
    static List<Candidate> working(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT run, name FROM member WHERE lease_end > ?")) {
            new UtcTimes().set(select, 1, now);
            List<Candidate> working = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    working.add(new Candidate(result.getString(1), result.getString(2)));
                }
            }
            return working;
        }
    }

    static Optional<Member> find(Connection connection, String run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name, lease_end FROM member WHERE run = ?")) {
            select.setString(1, run);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(new Member(result.getString(1), new UtcTimes().get(result, 2)))
                        : Optional.empty();
            }
        }
    }

    /** Keeps its lease as it is until the transaction ends. */
    static void lock(Connection connection, String run) throws SQLException {
        execute(connection, "UPDATE member SET version = version WHERE run = ?", run);
    }

    /** Ends a lease that has not ended. */
    static void end(Connection connection, String run, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE member SET lease_end = ? WHERE run = ? AND lease_end > ?")) {
            UtcTimes times = new UtcTimes();
            times.set(update, 1, now);
            update.setString(2, run);
            times.set(update, 3, now);
            update.executeUpdate();
        }
    }

    static void remove(Connection connection, String run) throws SQLException {
        execute(connection, "DELETE FROM member WHERE run = ?", run);
    }

    /** Removes what runs have left that are no members any more. */
    static void removeTraces(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM duty WHERE kind = 'run' AND subject NOT IN (SELECT run FROM member)");
            statement.executeUpdate("DELETE FROM open_snapshot WHERE run NOT IN (SELECT run FROM member)");
        }
    }

    /** Removes those that are long gone. */
    static void removeBefore(Connection connection, Instant end) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM member WHERE lease_end < ?")) {
            new UtcTimes().set(delete, 1, end);
            delete.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql, String run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run);
            statement.executeUpdate();
        }
    }
}
