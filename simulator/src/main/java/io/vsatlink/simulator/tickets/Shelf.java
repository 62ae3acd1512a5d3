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
 * The tickets by number: generated ones are made anew each time they are looked at, only those that were written to are
 * kept. Guarded by the books it stands in.
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

    /** The number that the next ticket gets. */
    int claim() {
        return next++;
    }

    String id(int number) {
        return generated.key(number);
    }

    Ticket ticket(int number) {
        return asItIs(number).get();
    }

    /** May be asked at any time and by anybody, and gives the ticket as it is now. */
    Supplier<Ticket> asItIs(int number) {
        Ticket ticket = written.get(number);
        return ticket == null ? () -> original(number) : () -> ticket;
    }

    private Ticket original(int number) {
        return new Ticket(id(number), generated.row(number).fields(), 1);
    }

    /** How the ticket might look in another life. */
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

    /** Whoever has the reference first keeps it. */
    void refer(int number, Ticket ticket) {
        String externalId = ticket.text("externalId");
        if (!externalId.isEmpty()) {
            byReference.putIfAbsent(externalId, number);
        }
    }
}
