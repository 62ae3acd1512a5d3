/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketMirror;
import java.util.List;

/**
 * The newest tickets of a system, newest first; those without a date come last. Read once per generation, because a console
 * asks every few seconds. Thread-safe.
 */
public final class NewestTickets {
    private final TicketMirror mirror;
    private final TicketSearch search;
    private final int most;
    private Read last = new Read("", 0, List.of());

    private record Read(String system, long generation, List<Ticket> tickets) {}

    /** @param most the maximum number of tickets */
    public NewestTickets(TicketMirror mirror, int most) {
        this.mirror = mirror;
        this.search = new TicketSearch(mirror);
        this.most = most;
    }

    /** @param system empty if there is none */
    public synchronized List<Ticket> of(String system) {
        long current = system.isEmpty()
                ? 0
                : mirror.current(system).map(Generation::number).orElse(0L);
        if (current == 0) {
            return List.of();
        }
        if (!last.system().equals(system) || last.generation() != current) {
            last = read(system);
        }
        return last.tickets();
    }

    private Read read(String system) {
        TicketSearch.Found found = search.find(system, TicketSearch.newest(most));
        return new Read(system, found.generation(), found.tickets());
    }
}
