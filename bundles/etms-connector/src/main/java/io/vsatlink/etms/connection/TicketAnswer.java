/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.remote.CallAnswer;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import java.util.List;
import java.util.Optional;

/** Interprets the tickets in the response to a call. */
record TicketAnswer(CallAnswer answer) {

    /** The tickets whose id can be read. */
    private List<FoundTicket> tickets() {
        return answer.items().stream()
                .filter(Item.Read.class::isInstance)
                .map(item -> ((Item.Read) item).values())
                .filter(values -> isId(values.get(TicketListing.TICKETS.keyIndex())))
                .map(FoundTicket::of)
                .toList();
    }

    /** The database treats ids as equal if they differ only in surrounding blanks. */
    private static boolean isId(Object value) {
        return value instanceof String id && !id.isEmpty() && id.equals(id.strip());
    }

    Lookup byId(String ticketId) {
        if (answer.outcome() == Outcome.ABSENT) {
            return new Lookup.Absent();
        }
        return tickets().stream()
                .filter(ticket -> ticket.ticketId().equals(ticketId))
                .findFirst()
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> unclear("ticket " + ticketId));
    }

    /** A server that ignores the filter returns other tickets; that says nothing about the requested one. */
    Lookup byExternalId(String externalId) {
        if (answer.outcome() == Outcome.ABSENT || answer.items().isEmpty()) {
            return new Lookup.Absent();
        }
        return tickets().stream()
                .filter(ticket -> ticket.externalId().equals(externalId))
                .findFirst()
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> unclear("the ticket with the externalId " + externalId));
    }

    private Lookup.Unclear unclear(String asked) {
        int items = answer.items().size();
        String got = items == 1 ? "1 ticket that is not recognized" : items + " tickets, none of which is recognized";
        return new Lookup.Unclear("ETMS was asked for " + asked + " and returned " + got + " as it" + aside());
    }

    private String aside() {
        return answer.items().stream()
                .filter(RejectedRow.class::isInstance)
                .map(item -> " (" + ((RejectedRow) item).reason() + ")")
                .findFirst()
                .orElse("");
    }

    /** @param externalId of the ticket that was to be created */
    Created created(String externalId) {
        if (answer.outcome() == Outcome.EXISTS) {
            return new Created.Exists(answer.id(), answer.said());
        }
        if (answer.outcome() == Outcome.REFUSED) {
            return new Created.Refused(answer.said());
        }
        Optional<FoundTicket> ticket = tickets().stream().findFirst();
        if (ticket.isEmpty()) {
            return new Created.Made("");
        }
        String told = ticket.get().externalId().strip();
        // some vendors return the existing, conflicting ticket instead of an error
        return told.isEmpty() || told.equalsIgnoreCase(externalId)
                ? new Created.Made(ticket.get().ticketId())
                : new Created.Exists(ticket.get().ticketId(), "");
    }

    /** @param ticketId of the changed ticket; if the response contains a ticket, it must have this id */
    Written written(String ticketId) {
        Optional<FoundTicket> ticket = tickets().stream()
                .filter(each -> each.ticketId().equals(ticketId))
                .findFirst();
        return written(answer.items().isEmpty() || ticket.isPresent(), ticket);
    }

    /** @param recognised whether the response matches the note */
    Written noted(boolean recognised) {
        return written(recognised, Optional.empty());
    }

    private Written written(boolean recognised, Optional<FoundTicket> ticket) {
        Written.Kind kind =
                switch (answer.outcome()) {
                    case DONE -> recognised ? Written.Kind.DONE : Written.Kind.UNCLEAR;
                    case EXISTS -> Written.Kind.EXISTS;
                    case CHANGED -> Written.Kind.CHANGED;
                    case ABSENT -> Written.Kind.ABSENT;
                    case REFUSED -> Written.Kind.REFUSED;
                };
        return new Written(kind, answer.outcome() == Outcome.DONE ? "" : answer.said(), ticket);
    }
}
