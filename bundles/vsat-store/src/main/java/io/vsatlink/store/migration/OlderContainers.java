/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.dialect.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Those that work with a shared database while a step is still to be run: they are older than the step. */
final class OlderContainers {
    /** The first schema in which containers share a database. */
    private static final int SHARED = 6;

    private OlderContainers() {}

    /** @throws StoreException with their names if there are any and they do not know enough for the step */
    static void requireNone(Connection connection, SchemaStep step, Database database, Clock clock)
            throws SQLException {
        if (!database.shared() || step.version() <= SHARED || step.usableSince() <= SHARED) {
            return;
        }
        List<String> names = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name FROM member WHERE lease_end > ? ORDER BY name")) {
            new UtcTimes().set(select, 1, new DatabaseClock(database, clock).now(connection));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    names.add(result.getString(1));
                }
            }
        }
        if (!names.isEmpty()) {
            throw new StoreException("The schema of the database (" + database.description()
                    + ") cannot be migrated to version " + step.version()
                    + " while containers of an older version use it ("
                    + String.join("; ", names) + "); stop them first");
        }
    }
}
