/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketStoreContract;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of the ticket ports for a store on a database. */
abstract class JdbcTicketContract extends TicketStoreContract {
    private final MovableClock clock = new MovableClock();
    private JdbcVsatStore store;

    /** Opens the same database each time. */
    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = JdbcVsatStore.open(database(), clock);
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

    @Override
    public void restart() {
        store.close();
        try {
            open();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
