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

/** Maps the names of a ticket to one queue of requests: tables {@code ticket_line} and {@code ticket_name}. */
final class TicketNames {
    private static final long NONE = 0;

    private TicketNames() {}

    /** Returns the queue of the ticket with this name; creates it if the name is unknown. */
    static long line(Connection connection, String system, String reference, String ticketId) throws SQLException {
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

    /**
     * Records the id of the ticket of a queue. From now on the id leads to this queue; earlier requests by that name join it in
     * the order of their acceptance.
     */
    static void learn(Connection connection, String system, long line, String ticketId) throws SQLException {
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
    static void prune(Connection connection) throws SQLException {
        update(connection, "DELETE FROM ticket_name WHERE line NOT IN (SELECT line FROM outbox)");
        update(connection, "DELETE FROM ticket_line WHERE line NOT IN (SELECT line FROM outbox)");
    }

    private static long find(Connection connection, String system, String name) throws SQLException {
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
