/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ticket that a call returned. Unreadable fields are missing; the ticket exists nevertheless.
 *
 * @param fields the values as text, by our names
 */
public record FoundTicket(String ticketId, Map<String, String> fields) {

    public FoundTicket {
        fields = Map.copyOf(fields);
    }

    /** @param values one for each column of a ticket, null if the value is missing or unreadable */
    public static FoundTicket of(List<Object> values) {
        Map<String, String> fields = new HashMap<>();
        List<Column> columns = TicketListing.TICKETS.columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                fields.put(columns.get(i).name(), value instanceof TimeValue time ? time.text() : value.toString());
            }
        }
        return new FoundTicket(fields.get(TicketListing.TICKETS.keyColumn().name()), fields);
    }

    /** Returns the value of a field; empty if it is missing or unreadable. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    public String externalId() {
        return text("externalId");
    }

    /** Whether the ticket is closed, cancelled or rejected. */
    public boolean over() {
        return TicketState.named(text("state")).map(TicketState::over).orElse(false);
    }

    /** Whether its state is a known one and neither final nor resolved. */
    public boolean open() {
        return TicketState.named(text("state"))
                .map(state -> !state.over() && state != TicketState.RESOLVED)
                .orElse(false);
    }
}
