/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.store.dialect.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The requests of which a call may be on its way. They stay claimed, so that a delivery which is running can report its
 * outcome to the new database, and nobody else sends them meanwhile.
 */
record ClaimedRequests(Side from, Side to) {

    /**
     * A claim ends by the clock of its database, and the clocks of two databases differ. In the other one its run is nobody's, which would
     * make it void.
     */
    void keepTheirLeases() {
        Map<Long, Duration> left =
                from.read("the outbox", c -> left(c, from.clock().now(c)));
        to.write("the outbox", c -> {
            Instant now = to.clock().now(c);
            try (PreparedStatement update =
                    c.prepareStatement("UPDATE outbox SET lease_end = ?, claimed_run = '' WHERE id = ?")) {
                for (Map.Entry<Long, Duration> each : left.entrySet()) {
                    new UtcTimes().set(update, 1, now.plus(each.getValue()));
                    update.setLong(2, each.getKey());
                    update.executeUpdate();
                }
            }
            return null;
        });
    }

    private static Map<Long, Duration> left(Connection connection, Instant now) throws SQLException {
        Map<Long, Duration> left = new HashMap<>();
        UtcTimes times = new UtcTimes();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, lease_end FROM outbox WHERE state = 'CLAIMED'");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                left.put(result.getLong(1), Duration.between(now, times.get(result, 2)));
            }
        }
        return left;
    }

    /** @return how many requests may have arrived for all we know */
    static int doubtAll(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE outbox SET may_have_arrived = TRUE WHERE state IN ('WAITING', 'CLAIMED', 'BLOCKED')")) {
            return update.executeUpdate();
        }
    }
}
