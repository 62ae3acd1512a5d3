/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tickets for tests. */
public final class Tickets {
    private static final Map<String, Object> PLAIN = Map.of(
            "externalId", "EXT",
            "category", "Circuit Up/Down",
            "status", "Open",
            "state", "acknowledged",
            "severity", 3L,
            "circuitId", "CIR-1",
            "createdBy", "AutoVSATDataMiner",
            "owner", "noc",
            "createdDate", Rows.time("2026-11-24T01:00:00+01:00"));

    private Tickets() {}

    /** An open ticket with this id, and an external id made from it. */
    public static Ticket ticket(String ticketId) {
        Map<String, Object> fields = new HashMap<>(PLAIN);
        fields.put("ticketId", ticketId);
        fields.put("externalId", "EXT-" + ticketId);
        return of(fields, null);
    }

    /** The ticket with another value of a field. */
    public static Ticket with(Ticket ticket, String field, Object value) {
        Map<String, Object> fields = new HashMap<>();
        for (Column column : TicketListing.TICKETS.columns()) {
            fields.put(column.name(), ticket.row().get(column.name()));
        }
        fields.put(field, value);
        return of(fields, ticket.row().extraJson());
    }

    private static Ticket of(Map<String, Object> fields, String extraJson) {
        List<Object> values = new ArrayList<>();
        for (Column column : TicketListing.TICKETS.columns()) {
            values.add(fields.get(column.name()));
        }
        return new Ticket(new Row(TicketListing.TICKETS, values, extraJson));
    }
}
