/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A ticket as a poll found it. Immutable; a text that the platform did not give is empty.
 *
 * @param row the fields as they are stored, unknown ones too
 */
public record Ticket(Row row) {

    /** @throws IllegalArgumentException where the row is no ticket's */
    public Ticket {
        if (row.listing() != TicketListing.TICKETS) {
            throw new IllegalArgumentException(row.listing().key() + " is not the listing of tickets");
        }
    }

    public String ticketId() {
        return row.key();
    }

    /** The reference of whoever asked for the ticket; at most one ticket has it. */
    public String externalId() {
        return text("externalId");
    }

    /** As the platform has it: one of {@link TicketCategory}, or another. */
    public String category() {
        return text("category");
    }

    /** In the platform's word. */
    public String status() {
        return text("status");
    }

    /** What the status means; empty where it is a word that nobody knows. */
    public Optional<TicketState> state() {
        return TicketState.named(text("state"));
    }

    /** Whether it is closed, cancelled or rejected. */
    public boolean over() {
        return state().map(TicketState::over).orElse(false);
    }

    /** 1 critical to 4 minor. */
    public OptionalLong severity() {
        Long severity = (Long) row.get("severity");
        return severity == null ? OptionalLong.empty() : OptionalLong.of(severity);
    }

    public String circuitId() {
        return text("circuitId");
    }

    public String summary() {
        return text("summary");
    }

    public String description() {
        return text("description");
    }

    /** Whether this identity created or owns it. */
    public boolean managedBy(String identity) {
        return identity.equals(text("createdBy")) || identity.equals(text("owner"));
    }

    public Optional<TimeValue> createdDate() {
        return Optional.ofNullable((TimeValue) row.get("createdDate"));
    }

    public Optional<TimeValue> resolvedDate() {
        return Optional.ofNullable((TimeValue) row.get("resolvedDate"));
    }

    /** A field as text, whatever its type: a time as the platform wrote it. */
    public String text(String field) {
        Object value = row.get(field);
        if (value instanceof TimeValue time) {
            return time.text();
        }
        return value == null ? "" : value.toString();
    }
}
