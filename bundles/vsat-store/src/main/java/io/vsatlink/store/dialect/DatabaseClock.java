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
 * The clock that determines when leases end. All containers that use a database share it, because the clocks of two machines
 * differ. Its times may only be compared with each other, and are not for users: Derby's are in the time zone of its server.
 *
 * @param ours the clock to use if no one else uses the database
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
