/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The change of a ticket in a generation of the mirror.
 *
 * @param generation the generation
 * @param before the ticket in the previous generation; empty if it is new
 * @param after the ticket in this one; empty if the platform no longer lists it
 */
public record TicketChange(long generation, Optional<Ticket> before, Optional<Ticket> after) {

    /** @throws IllegalArgumentException if both are empty */
    public TicketChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change of nothing");
        }
    }

    public String ticketId() {
        return latest().ticketId();
    }

    /** The ticket's latest known state. */
    public Ticket latest() {
        return after.orElseGet(before::get);
    }

    /** The names of the changed fields. */
    public Set<String> fields() {
        return TicketListing.TICKETS.columns().stream()
                .map(column -> column.name())
                .filter(field -> before.isEmpty()
                        || after.isEmpty()
                        || !before.get().text(field).equals(after.get().text(field)))
                .collect(Collectors.toSet());
    }
}
