/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The newest tickets of a system, newest first; those without a date come last. Read once per generation, because a console
 * asks every few seconds. Thread-safe.
 */
public final class NewestTickets {
    private static final String CREATED = "createdDate";

    private final TicketMirror mirror;
    private final int most;
    private Read last = new Read("", 0, List.of());

    private record Read(String system, long generation, List<Ticket> tickets) {}

    /** @param most the maximum number of tickets */
    public NewestTickets(TicketMirror mirror, int most) {
        this.mirror = mirror;
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
        try (Snapshot snapshot = mirror.snapshot(system)) {
            List<Row> rows = new ArrayList<>(descending(snapshot, beforeAllDates(), most));
            if (rows.size() < most) {
                descending(snapshot, null, most - rows.size()).stream()
                        .filter(row -> row.get(CREATED) == null)
                        .forEach(rows::add);
            }
            long generation = snapshot.generation(TicketListing.TICKETS)
                    .map(Generation::number)
                    .orElse(0L);
            return new Read(system, generation, rows.stream().map(Ticket::new).toList());
        }
    }

    private static List<Row> descending(Snapshot snapshot, Row after, int limit) {
        return snapshot.page(new RowQuery(TicketListing.TICKETS, "", Map.of(), CREATED, true, after, limit))
                .rows();
    }

    /** The starting position for the dates: in descending order, rows without a date come before all rows with one. */
    private static Row beforeAllDates() {
        Object[] values = new Object[TicketListing.TICKETS.columns().size()];
        values[TicketListing.TICKETS.keyIndex()] = "!";
        return new Row(TicketListing.TICKETS, Arrays.asList(values), null);
    }
}
