/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketStoreContract;
import io.vsatlink.testkit.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresTicketStoreTest extends TicketStoreContract {
    private final MovableClock clock = new MovableClock();
    private DataSource source;
    private JdbcVsatStore store;

    @BeforeEach
    void create() throws SQLException {
        source = Postgres.create();
        store = JdbcVsatStore.open(Postgres.open(source), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public TicketMirror mirror() {
        return store.tickets();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public MovableClock clock() {
        return clock;
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

    @Override
    public void restart() {
        store.close();
        store = JdbcVsatStore.open(Postgres.open(source), clock);
    }
}
