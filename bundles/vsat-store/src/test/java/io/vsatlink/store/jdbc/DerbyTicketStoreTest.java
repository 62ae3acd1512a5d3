/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketStoreContract;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.testkit.MovableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DerbyTicketStoreTest extends TicketStoreContract {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), clock);
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
        open();
    }
}
