/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Maps the names of a ticket to one queue of requests: tables {@code ticket_line} and {@code ticket_name}. */
record TicketNames(OutboxTransactions transactions) {
    static final long NONE = 0;

    /** Returns the queue of the ticket with this name, locked; creates it if the name is unknown. */
    long line(Connection connection, String system, String reference, String ticketId) throws SQLException {
        lock(connection, () -> lines(find(connection, system, reference), find(connection, system, ticketId)));
        long line = find(connection, system, reference);
        if (line == NONE && !ticketId.isEmpty()) {
            line = find(connection, system, ticketId);
        }
        if (line == NONE) {
            line = begin(connection, system);
        }
        name(connection, system, reference, line);
        if (!ticketId.isEmpty()) {
            learn(connection, system, line, ticketId);
        }
        return line;
    }

    /** Locks the queue of this request, and the one that the id of its ticket leads to, and returns the former. */
    long lockFor(Connection connection, String system, long request, String ticketId) throws SQLException {
        lock(connection, () -> lines(OutboxQueries.line(connection, request), find(connection, system, ticketId)));
        return OutboxQueries.line(connection, request);
    }

    private interface Lines {
        SortedSet<Long> find() throws SQLException;
    }

    private static SortedSet<Long> lines(long... found) {
        return LongStream.of(found).filter(line -> line != NONE).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the order of their numbers. While it waits, another container may have joined one to another. */
    private void lock(Connection connection, Lines wanted) throws SQLException {
        if (!transactions.byLine()) {
            return;
        }
        SortedSet<Long> known;
        do {
            known = wanted.find();
            for (long line : known) {
                transactions.lock(connection, line);
            }
        } while (!wanted.find().equals(known));
    }

    /**
     * Records the id of the ticket of a queue. Both queues are locked. From now on the id leads to this queue; earlier requests by that name join it in
     * the order of their acceptance.
     */
    void learn(Connection connection, String system, long line, String ticketId) throws SQLException {
        long other = find(connection, system, ticketId);
        if (other != NONE && other != line) {
            update(connection, "UPDATE outbox SET line = ? WHERE line = ?", line, other);
            update(connection, "UPDATE ticket_name SET line = ? WHERE line = ?", line, other);
            update(connection, "DELETE FROM ticket_line WHERE line = ?", other);
        }
        name(connection, system, ticketId, line);
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE ticket_line SET ticket_id = ? WHERE line = ? AND (ticket_id IS NULL OR ticket_id <> ?)")) {
            update.setString(1, ticketId);
            update.setLong(2, line);
            update.setString(3, ticketId);
            update.executeUpdate();
        }
    }

    /** Removes tickets that no request refers to. */
    void prune(Connection connection) throws SQLException {
        update(connection, "DELETE FROM ticket_name WHERE line NOT IN (SELECT line FROM outbox)");
        update(connection, "DELETE FROM ticket_line WHERE line NOT IN (SELECT line FROM outbox)");
    }

    /** Returns the queues that these names lead to. */
    static SortedSet<Long> lines(Connection connection, String system, Set<String> names) throws SQLException {
        SortedSet<Long> found = new TreeSet<>();
        for (String name : names) {
            found.add(find(connection, system, name));
        }
        found.remove(NONE);
        return found;
    }

    private static long find(Connection connection, String system, String name) throws SQLException {
        if (name.isEmpty()) {
            return NONE;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT line FROM ticket_name WHERE system_name = ? AND name = ?")) {
            select.setString(1, system);
            select.setString(2, name);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : NONE;
            }
        }
    }

    private static long begin(Connection connection, String system) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ticket_line (system_name) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, system);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void name(Connection connection, String system, String name, long line) throws SQLException {
        if (find(connection, system, name) != NONE) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ticket_name (system_name, name, line) VALUES (?, ?, ?)")) {
            insert.setString(1, system);
            insert.setString(2, name);
            insert.setLong(3, line);
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setLong(i + 1, parameters[i]);
            }
            update.executeUpdate();
        }
    }
}
