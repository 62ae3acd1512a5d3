/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import static io.vsatlink.api.ticket.Tickets.ticket;
import static io.vsatlink.api.ticket.Tickets.with;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.remote.http.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** The shared parts of tests of a platform's ticketing: a TMF621 server on a real socket, and our stored links. */
abstract class TmfCase {
    static final Ticket A = ticket("A");
    static final Ticket A_CLOSED = with(with(A, "status", "Closed"), "state", "closed");

    /** Short, so that tests do not wait. */
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));

    final TmfPlatform platform = platform();
    final MemoryVsatStore memory = new MemoryVsatStore();
    final List<TicketRequest> requests = new CopyOnWriteArrayList<>();
    volatile boolean closes = true;
    TmfTicketing ticketing = ticketing(memory);

    private static TmfPlatform platform() {
        try {
            return new TmfPlatform();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TmfTicketing ticketing(ElementMemory remembered) {
        return new TmfTicketing(
                platform.url(),
                new TmfServer(platform.url(), TIMEOUTS),
                remembered,
                "frontend",
                () -> closes,
                this::accept);
    }

    /** The desk that accepts our requests. */
    void accept(TicketRequest request) {
        requests.add(request);
    }

    /** Continues as a new process with this memory. */
    void restart(ElementMemory remembered) {
        ticketing.close();
        ticketing = ticketing(remembered);
    }

    void tell(Ticket before, Ticket after) throws TicketingException {
        ticketing.tell(new TicketChange(1, Optional.ofNullable(before), Optional.of(after)));
    }

    /** Runs one round of queries. */
    void askAll() throws TicketingException {
        for (String ticketId : ticketing.open()) {
            ticketing.ask(ticketId);
        }
    }

    @AfterEach
    void stop() {
        ticketing.close();
        platform.close();
    }
}
