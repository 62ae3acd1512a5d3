/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.RowPage;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds tickets among all of a system, by the query of the datasets: in memory are only those that are returned. Newest first
 * means those without a date last, although null comes first in a query's descending order. Thread-safe.
 */
public final class TicketSearch {
    /** The column whose descending order is newest first. */
    public static final String CREATED = "createdDate";

    private static final long NONE = 0;

    private final TicketMirror mirror;

    public TicketSearch(TicketMirror mirror) {
        this.mirror = mirror;
    }

    /**
     * Some tickets, all of one generation.
     *
     * @param matching the number of all tickets that match
     * @param total the number of all tickets
     * @param generation its number; 0 if none was ever published
     */
    public record Found(List<Ticket> tickets, long matching, long total, long generation) {
        public Found {
            tickets = List.copyOf(tickets);
        }

        /** How many these are, of how many. */
        public String numbers() {
            return tickets.size() + " of "
                    + (matching == total ? total + " tickets" : matching + " tickets that match, of " + total);
        }
    }

    /** The query for all tickets, newest first. */
    static RowQuery newest(int limit) {
        return new RowQuery(TicketListing.TICKETS, "", Map.of(), CREATED, true, null, limit);
    }

    /** @param system empty if there is none */
    public Found find(String system, RowQuery query) {
        if (system.isEmpty()) {
            return new Found(List.of(), 0, 0, NONE);
        }
        try (Snapshot snapshot = mirror.snapshot(system)) {
            boolean newestFirst = query.orderBy().equals(CREATED) && query.descending() && query.after() == null;
            RowPage page = snapshot.page(newestFirst ? after(query, beforeAllDates(), query.limit()) : query);
            List<Row> rows = new ArrayList<>(page.rows());
            if (newestFirst && rows.size() < query.limit()) {
                snapshot.page(after(query, null, query.limit() - rows.size())).rows().stream()
                        .filter(row -> row.get(CREATED) == null)
                        .forEach(rows::add);
            }
            Optional<Generation> generation = snapshot.generation(TicketListing.TICKETS);
            return new Found(
                    rows.stream().map(Ticket::new).toList(),
                    page.matching(),
                    generation.map(Generation::rows).orElse(0L),
                    generation.map(Generation::number).orElse(NONE));
        }
    }

    private static RowQuery after(RowQuery query, Row row, int limit) {
        return new RowQuery(
                query.listing(), query.search(), query.filters(), query.orderBy(), query.descending(), row, limit);
    }

    /** The starting position for the dates: in descending order, rows without a date come before all rows with one. */
    private static Row beforeAllDates() {
        Object[] values = new Object[TicketListing.TICKETS.columns().size()];
        values[TicketListing.TICKETS.keyIndex()] = "!";
        return new Row(TicketListing.TICKETS, Arrays.asList(values), null);
    }
}
