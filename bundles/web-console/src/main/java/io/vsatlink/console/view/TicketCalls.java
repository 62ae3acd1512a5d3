/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.parameters.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Returns one ticket of the mirror, with the requests that we have accepted for it. */
public final class TicketCalls implements Api {
    private static final int REQUESTS_SHOWN = 100;

    private final Ticketing ticketing;

    public TicketCalls(Ticketing ticketing) {
        this.ticketing = ticketing;
    }

    /**
     * A ticket.
     *
     * @param type the type of its ticketing element
     * @param provisioning the element whose rows the values refer to; empty if there is none
     * @param row null if the last complete poll did not have it
     * @param publishedAt the time of that poll; null if there was none
     * @param requests newest first, at most {@link #REQUESTS_SHOWN}
     */
    private record TicketShown(
            String type, String provisioning, RowShown row, String publishedAt, List<RequestShown> requests) {}

    /**
     * A request; see {@link OutboxEntry}.
     *
     * @param operation the operation that makes such a request
     */
    private record RequestShown(
            long id,
            String operation,
            String reference,
            Map<String, String> fields,
            String state,
            int attempts,
            String nextAttemptAt,
            String lastError,
            String createdAt,
            String deliveredAt,
            String origin) {
        static RequestShown of(OutboxEntry entry) {
            String operation =
                    switch (entry.request().kind()) {
                        case SUBMIT -> "submitTicket";
                        case UPDATE -> "updateTicket";
                        case NOTE -> "addNote";
                        case CLOSE -> "closeTicket";
                    };
            boolean next =
                    switch (entry.state()) {
                        case WAITING, CLAIMED -> true;
                        case DELIVERED, BLOCKED, DISCARDED -> false;
                    };
            String state = entry.state().name();
            return new RequestShown(
                    entry.id(),
                    operation,
                    entry.request().reference(),
                    entry.request().fields(),
                    state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT),
                    entry.attempts(),
                    next ? Shown.time(entry.nextAttemptAt()) : null,
                    entry.lastError(),
                    Shown.time(entry.createdAt()),
                    Shown.time(entry.deliveredAt()),
                    entry.request().origin());
        }
    }

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /ticket", this::ticket);
    }

    private Object ticket(Call call) throws Refusal {
        TicketingElement element = ticketing.element(call.parameter("element"));
        String key = call.parameter("key");
        try (Snapshot snapshot = ticketing.snapshots(element).get()) {
            Optional<Row> row = snapshot.row(TicketListing.TICKETS, key);
            Optional<Generation> generation = snapshot.generation(TicketListing.TICKETS);
            return new TicketShown(
                    element.type(),
                    element.provisioning(),
                    row.map(found -> RowShown.of(found, AddedColumns.NONE)).orElse(null),
                    Shown.time(generation.map(Generation::publishedAt).orElse(null)),
                    ticketing.requests(element, names(key, row), REQUESTS_SHOWN).stream()
                            .map(RequestShown::of)
                            .toList());
        }
    }

    /** A request may name a ticket by either of its ids. */
    private static Set<String> names(String key, Optional<Row> row) {
        Set<String> names = new TreeSet<>(Set.of(key));
        row.map(found -> new Ticket(found).externalId())
                .filter(id -> !id.isEmpty())
                .ifPresent(names::add);
        return names;
    }
}
