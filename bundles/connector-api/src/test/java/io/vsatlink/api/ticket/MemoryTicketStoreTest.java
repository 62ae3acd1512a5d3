/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.testkit.MovableClock;

class MemoryTicketStoreTest extends TicketStoreContract {
    private final MovableClock clock = new MovableClock();
    private final MemoryOutbox outbox = new MemoryOutbox(clock);
    private MemoryTicketMirror mirror = new MemoryTicketMirror(new MemoryVsatStore(clock));

    @Override
    public TicketMirror mirror() {
        return mirror;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public void restart() {
        mirror = mirror.restarted();
    }
}
