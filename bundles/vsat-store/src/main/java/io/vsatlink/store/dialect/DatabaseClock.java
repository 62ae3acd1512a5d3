/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/**
 * The clock by which leases end: one for all that use a database, for the clocks of two machines never agree. Its moments are
 * for comparison among themselves, in the database, and not for people: Derby's are in the time zone of its server.
 *
 * @param ours where nobody else uses the database
 */
public record DatabaseClock(Database database, Clock ours) {

    public Instant now(Connection connection) throws SQLException {
        if (!database.shared()) {
            return ours.instant();
        }
        try (PreparedStatement select =
                        connection.prepareStatement(database.dialect().now());
                ResultSet result = select.executeQuery()) {
            result.next();
            return new UtcTimes().get(result, 1);
        }
    }
}
