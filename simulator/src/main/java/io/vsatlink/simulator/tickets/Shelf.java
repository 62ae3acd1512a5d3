/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import io.vsatlink.simulator.network.Dataset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The tickets by number. Generated tickets are generated again at each access; only changed tickets are stored. Guarded
 * by the books that contain it.
 */
final class Shelf {
    private final Dataset generated;
    private final Map<Integer, Ticket> written = new HashMap<>();
    private final Map<String, Integer> byReference = new HashMap<>();
    private final BitSet archived = new BitSet();
    private int next;

    Shelf(Dataset generated) {
        this.generated = generated;
        this.next = generated.size();
    }

    int size() {
        return next;
    }

    /** Returns the number of the next ticket. */
    int claim() {
        return next++;
    }

    String id(int number) {
        return generated.key(number);
    }

    Ticket ticket(int number) {
        return asItIs(number).get();
    }

    /** Returns a function that any thread may call at any time and that returns the ticket in its current state. */
    Supplier<Ticket> asItIs(int number) {
        Ticket ticket = written.get(number);
        return ticket == null ? () -> original(number) : () -> ticket;
    }

    private Ticket original(int number) {
        return new Ticket(id(number), generated.row(number).fields(), 1);
    }

    /** Returns a variant of the ticket with other attributes. */
    Map<String, Object> imagine(int number, int life) {
        return generated.row(number, life).fields();
    }

    void put(int number, Ticket ticket) {
        written.put(number, ticket);
        refer(number, ticket);
    }

    void archive(int number) {
        archived.set(number);
        byReference.values().removeIf(referred -> referred == number);
    }

    OptionalInt numberOf(String id) {
        return generated.indexOf(id).stream()
                .filter(number -> number < next && !archived.get(number))
                .findFirst();
    }

    Optional<Integer> referredBy(String externalId) {
        return Optional.ofNullable(byReference.get(externalId));
    }

    /** Assigns the reference to its first user. */
    void refer(int number, Ticket ticket) {
        String externalId = ticket.text("externalId");
        if (!externalId.isEmpty()) {
            byReference.putIfAbsent(externalId, number);
        }
    }
}
