/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.mirror;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** The position of each follower of a system's tickets. */
public final class FollowerTable {
    private static final String WHERE = " WHERE system_name = ? AND follower = ?";

    private FollowerTable() {}

    /**
     * A position in the history.
     *
     * @param known the generation that the follower knows; 0 if it began with nothing
     * @param toward the generation whose changes it is receiving
     * @param ticketId the last ticket of that generation that it received
     */
    record Place(long known, long toward, String ticketId) {

        /** The position at the end of this one's generation. */
        Place next() {
            return new Place(toward, toward + 1, "");
        }
    }

    static Optional<Place> place(Connection connection, String system, String follower) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT known, toward, ticket_id FROM ticket_follower" + WHERE)) {
            select.setString(1, system);
            select.setString(2, follower);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(new Place(result.getLong(1), result.getLong(2), result.getString(3)))
                        : Optional.empty();
            }
        }
    }

    static void put(Connection connection, String system, String follower, Place place) throws SQLException {
        if (write(
                        connection,
                        "UPDATE ticket_follower SET known = ?, toward = ?, ticket_id = ?" + WHERE,
                        place,
                        system,
                        follower)
                == 0) {
            write(
                    connection,
                    "INSERT INTO ticket_follower (known, toward, ticket_id, system_name, follower) VALUES (?, ?, ?, ?, ?)",
                    place,
                    system,
                    follower);
        }
    }

    private static int write(Connection connection, String sql, Place place, String system, String follower)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, place.known());
            statement.setLong(2, place.toward());
            statement.setString(3, place.ticketId());
            statement.setString(4, system);
            statement.setString(5, follower);
            return statement.executeUpdate();
        }
    }

    static void remove(Connection connection, String system, String follower) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM ticket_follower" + WHERE)) {
            delete.setString(1, system);
            delete.setString(2, follower);
            delete.executeUpdate();
        }
    }

    /** The oldest generation that a follower of the system still needs; empty if there is no follower. */
    public static OptionalLong oldest(Connection connection, String system) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT MIN(CASE WHEN known = 0 THEN toward ELSE known END) FROM ticket_follower WHERE system_name = ?")) {
            select.setString(1, system);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                long oldest = result.getLong(1);
                return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(oldest);
            }
        }
    }
}
