/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.store.dialect.Database;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

class PostgresTicketStoreTest extends JdbcTicketContract {
    private DataSource source;

    @Override
    Database database() throws SQLException {
        source = source == null ? Postgres.create() : source;
        return Postgres.open(source);
    }

    /** The database's clock says when leases end. */
    @Override
    public void leasesAge(Duration duration) {
        try {
            Postgres.execute(
                    source,
                    "UPDATE outbox SET lease_end = lease_end - INTERVAL '" + duration.toSeconds() + " seconds'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
