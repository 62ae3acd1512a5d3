/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.inventory.RisingStamps;
import io.vsatlink.simulator.network.Dataset;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** All tickets. Thread-safe: each call is atomic, and its result belongs to one moment. */
public final class TicketBooks {
    private final Shelf shelf;
    private final ActivityLogs logs = new ActivityLogs();
    private final TicketLists lists = new TicketLists();
    private final WriteLog writes = new WriteLog();
    private final RisingStamps stamps;

    /** A part of a list at this moment, whose tickets are generated on access, and the length of the list. */
    public record Extract(int total, List<Supplier<Ticket>> tickets) {}

    public TicketBooks(Dataset generated, Clock clock) {
        shelf = new Shelf(generated);
        stamps = new RisingStamps(clock);
        for (int number = 0; number < shelf.size(); number++) {
            Ticket ticket = shelf.ticket(number);
            shelf.refer(number, ticket);
            lists.put(number, ticket);
        }
    }

    public WriteLog writes() {
        return writes;
    }

    public synchronized Ticket find(String id) {
        return shelf.ticket(number(id));
    }

    public synchronized Optional<Ticket> findByReference(String externalId) {
        return shelf.referredBy(externalId).map(shelf::ticket);
    }

    public synchronized List<Activity> activities(String id) {
        int number = number(id);
        return logs.of(number, shelf.ticket(number));
    }

    public synchronized Extract list(String listId, int offset, int limit) {
        TicketList list = lists.named(listId);
        List<Supplier<Ticket>> tickets =
                list.numbers().skip(offset).limit(limit).mapToObj(shelf::asItIs).toList();
        return new Extract(list.size(), tickets);
    }

    /** Returns the complete list at this moment; it may be larger than the memory. */
    public List<Supplier<Ticket>> all(String listId) {
        return list(listId, 0, Integer.MAX_VALUE).tickets();
    }

    /** @param fields validated fields */
    public synchronized Ticket create(Author author, Map<String, Object> fields) {
        String externalId = (String) fields.get("externalId");
        Optional<Ticket> known = Optional.ofNullable(externalId).flatMap(this::findByReference);
        if (known.isPresent()) {
            writes.refused(externalId);
            throw Refusal.ticketExists(externalId, known.get().id());
        }
        String now = stamps.next();
        int number = shelf.claim();
        Ticket ticket = Ticket.opened(shelf.id(number), author, now, fields);
        put(number, ticket);
        logs.begin(number, ticket);
        writes.add(now, Write.Kind.CREATE, ticket.id(), externalId, author, fields, ticket.fields());
        return ticket;
    }

    /**
     * @param tags the permitted ETags of the ticket; empty if any is permitted
     * @param fields validated fields
     */
    public synchronized Ticket update(Author author, String id, List<String> tags, Map<String, Object> fields) {
        int number = number(id);
        Ticket before = shelf.ticket(number);
        if (!tags.isEmpty() && !tags.contains("*") && !tags.contains(before.etag())) {
            throw Refusal.changedMeanwhile(before);
        }
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.entrySet()
                .removeIf(field ->
                        Objects.equals(field.getValue(), before.fields().get(field.getKey())));
        String now = stamps.next();
        Ticket after = changed.isEmpty() ? before : before.changed(changed, now);
        put(number, after);
        logs.changed(number, before, changed, now, author.name());
        writes.add(now, Write.Kind.UPDATE, id, (String) after.fields().get("externalId"), author, fields, changed);
        return after;
    }

    /** @param externalId null for none */
    public synchronized Activity note(Author author, String id, String text, String externalId) {
        int number = number(id);
        Optional<String> known = logs.referredBy(externalId);
        if (known.isPresent()) {
            writes.refused(externalId);
            throw Refusal.activityExists(externalId, known.get());
        }
        String now = stamps.next();
        Activity note = logs.note(number, shelf.ticket(number), now, author.name(), text, externalId);
        writes.add(now, Write.Kind.NOTE, id, externalId, author, Map.of("text", text), note.fields());
        return note;
    }

    /** Removes the ticket completely, except from the log of writes. */
    synchronized void archive(String id) {
        int number = number(id);
        shelf.archive(number);
        lists.remove(number);
    }

    /** Returns a random ticket of a list. */
    synchronized Optional<Ticket> any(String listId, Dice dice) {
        TicketList list = lists.named(listId);
        return list.size() == 0 ? Optional.empty() : Optional.of(shelf.ticket(list.numberAt(dice.below(list.size()))));
    }

    /** Returns a variant of a ticket with other attributes. */
    synchronized Map<String, Object> imagine(String id, int life) {
        return shelf.imagine(number(id), life);
    }

    /** Returns the fields of a ticket that has not been opened yet. */
    synchronized Map<String, Object> imagine(int life) {
        return shelf.imagine(shelf.size(), life);
    }

    private int number(String id) {
        return shelf.numberOf(id).orElseThrow(() -> Refusal.noTicket(id));
    }

    private void put(int number, Ticket ticket) {
        shelf.put(number, ticket);
        lists.put(number, ticket);
    }
}
