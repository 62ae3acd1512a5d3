/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import io.vsatlink.simulator.chance.Dice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The vendor's staff, who open, change, annotate, close and archive tickets while clients read them. Their actions
 * depend only on the seed and on the previous requests. Thread-safe.
 */
public final class ServiceDesk {
    private static final int LIVES = 1_000_000;
    private static final List<String> PEOPLE = List.of("a.novak", "r.castillo", "y.sato");
    private static final List<String> NOTES =
            List.of("Customer informed.", "Vendor case opened.", "No fault found; monitoring.", "Waiting for parts.");

    private final long seed;
    private final TicketBooks books;
    private final List<String> changeable;
    private long step;

    public ServiceDesk(long seed, TicketBooks books, List<String> changeable) {
        this.seed = seed;
        this.books = books;
        this.changeable = List.copyOf(changeable);
    }

    /** Returns the changed ticket; empty if no ticket is left for this kind of work. */
    public synchronized Optional<String> act(DeskWork work) {
        Dice dice = Dice.of(seed, "desk", ++step);
        Author author = Author.ofTheDesk(dice.pick(PEOPLE));
        return switch (work) {
            case OPEN -> Optional.of(open(author, dice));
            case CHANGE ->
                any(TicketLists.EVERY_TICKET, dice).map(ticket -> update(author, ticket, changes(ticket, dice)));
            case NOTE ->
                any(TicketLists.EVERY_TICKET, dice).map(ticket -> {
                    books.note(author, ticket.id(), dice.pick(NOTES), null);
                    return ticket.id();
                });
            case CLOSE ->
                any(TicketLists.OPEN_TICKETS, dice)
                        .map(ticket -> update(author, ticket, Map.of("status", Status.CLOSED.text())));
            case ARCHIVE ->
                any(TicketLists.EVERY_TICKET, dice).map(ticket -> {
                    books.archive(ticket.id());
                    return ticket.id();
                });
        };
    }

    /** Writes exactly these fields in the name of the vendor's staff. */
    public void set(String ticketId, Map<String, Object> fields) {
        books.update(Author.ofTheDesk(PEOPLE.get(0)), ticketId, List.of(), fields);
    }

    private Optional<Ticket> any(String listId, Dice dice) {
        return books.any(listId, dice);
    }

    private String open(Author author, Dice dice) {
        Map<String, Object> fields = new LinkedHashMap<>(books.imagine(dice.between(1, LIVES)));
        fields.keySet().removeAll(TicketFields.READ_ONLY);
        fields.remove("externalId");
        fields.put("createdBy", author.name());
        fields.put("status", Status.OPEN.text());
        return books.create(author, fields).id();
    }

    private String update(Author author, Ticket ticket, Map<String, Object> changes) {
        return books.update(author, ticket.id(), List.of(), changes).id();
    }

    /** Tries further variants of the ticket until one of its changeable fields differs. */
    private Map<String, Object> changes(Ticket ticket, Dice dice) {
        while (true) {
            String field = dice.pick(changeable);
            Object value = books.imagine(ticket.id(), dice.between(1, LIVES)).get(field);
            if (value != null && !Objects.equals(value, ticket.fields().get(field))) {
                return Map.of(field, value);
            }
        }
    }
}
