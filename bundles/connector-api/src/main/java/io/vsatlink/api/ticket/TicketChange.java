package io.vsatlink.api.ticket;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a generation of the mirror did to a ticket.
 *
 * @param generation the generation
 * @param before the ticket in the generation before; empty where it is new
 * @param after the ticket in this one; empty where the platform no longer lists it
 */
public record TicketChange(long generation, Optional<Ticket> before, Optional<Ticket> after) {

    /** @throws IllegalArgumentException where there is no ticket at all */
    public TicketChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change of nothing");
        }
    }

    public String ticketId() {
        return latest().ticketId();
    }

    /** The ticket as far as it is known now. */
    public Ticket latest() {
        return after.orElseGet(before::get);
    }

    /** The names of the fields that have other values than before. */
    public Set<String> fields() {
        return TicketListing.TICKETS.columns().stream()
                .map(column -> column.name())
                .filter(field -> before.isEmpty()
                        || after.isEmpty()
                        || !before.get().text(field).equals(after.get().text(field)))
                .collect(Collectors.toSet());
    }
}
