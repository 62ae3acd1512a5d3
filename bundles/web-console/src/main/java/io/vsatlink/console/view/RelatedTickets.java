/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Returns the tickets about a row of a provisioning element, from the ticketing systems that name this element: those of a circuit
 * through an index; those of a customer or location, which are those of its circuits, by one scan of the circuits and one of the
 * tickets.
 */
public final class RelatedTickets implements Api {
    private static final int SHOWN = 100;

    private static final Comparator<Row> NEWEST_FIRST =
            Comparator.comparing(RelatedTickets::created).reversed().thenComparing(Row::key);

    /** The column of a circuit that refers to the row, by the key of its dataset. */
    private static final Map<String, String> COLUMNS = Map.of("customers", "customerNumber", "locations", "locationId");

    private final Ports ports;
    private final Ticketing ticketing;

    public RelatedTickets(Ports ports, Ticketing ticketing) {
        this.ports = ports;
        this.ticketing = ticketing;
    }

    /**
     * The tickets of one system.
     *
     * @param element a ticketing element of the system
     * @param rows newest first, at most {@link #SHOWN}
     * @param total the number of all
     */
    private record TicketsShown(String element, List<RowShown> rows, long total) {}

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /tickets", this::tickets);
    }

    private Object tickets(Call call) throws Refusal {
        String element = call.parameter("element");
        String dataset = call.parameter("dataset");
        String key = call.parameter("key");
        if (dataset.equals(Dataset.CIRCUITS.key())) {
            return shown(element, tickets -> tickets.find(TicketListing.TICKETS, "circuitId", Set.of(key)).stream());
        }
        String column = COLUMNS.get(dataset);
        if (column == null) {
            throw new Refusal(400, "Tickets are found for circuits, customers and locations, not for " + dataset + ".");
        }
        Set<String> circuits = circuits(element, column, key);
        return shown(element, tickets -> tickets.rows(TicketListing.TICKETS)
                .filter(ticket -> circuits.contains(ticket.text("circuitId")) || isOf(ticket, column, key)));
    }

    /** Finds tickets among those of one system; the stream is closed after use. */
    private interface Finding {
        Stream<Row> in(Snapshot tickets);
    }

    private List<TicketsShown> shown(String element, Finding finding) throws Refusal {
        List<TicketsShown> shown = new ArrayList<>();
        for (TicketingElement each : ticketing.about(element)) {
            try (Snapshot snapshot = ticketing.snapshots(each).get();
                    Stream<Row> found = finding.in(snapshot)) {
                NewestRows newest = new NewestRows();
                found.forEach(newest::add);
                shown.add(new TicketsShown(each.name(), newest.shown(), newest.total()));
            }
        }
        return shown;
    }

    /** The circuits whose column has this value. */
    private Set<String> circuits(String element, String column, String key) throws Refusal {
        RowQuery containing = new RowQuery(
                Dataset.CIRCUITS,
                "",
                Map.of(column, key),
                Dataset.CIRCUITS.keyColumn().name(),
                false,
                null,
                1);
        try (Snapshot snapshot = ports.store().snapshot(element);
                Stream<Row> rows = snapshot.matching(containing)) {
            return rows.filter(row -> key.equals(row.text(column)))
                    .map(Row::key)
                    .collect(Collectors.toSet());
        }
    }

    /** A ticket has the number of its customer, but of its location only the name, which others may have too. */
    private static boolean isOf(Row ticket, String column, String key) {
        return column.equals("customerNumber") && key.equals(ticket.text(column));
    }

    /** The newest of many rows, which are never all in memory. */
    private static final class NewestRows {
        private final PriorityQueue<Row> newest = new PriorityQueue<>(NEWEST_FIRST.reversed());
        private long total;

        void add(Row ticket) {
            total++;
            newest.add(ticket);
            if (newest.size() > SHOWN) {
                newest.remove();
            }
        }

        long total() {
            return total;
        }

        List<RowShown> shown() {
            return newest.stream()
                    .sorted(NEWEST_FIRST)
                    .map(row -> RowShown.of(row, AddedColumns.NONE))
                    .toList();
        }
    }

    /** A ticket without a date is listed as the oldest. */
    private static Instant created(Row ticket) {
        return ticket.get("createdDate") instanceof TimeValue time ? time.instant() : Instant.MIN;
    }
}
