/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The numbers of the tickets of one list, the oldest first. Guarded by the books that contain it. */
final class TicketList {
    private final String id;
    private final Predicate<Ticket> belongs;
    private final BitSet numbers = new BitSet();

    TicketList(String id, Predicate<Ticket> belongs) {
        this.id = id;
        this.belongs = belongs;
    }

    String id() {
        return id;
    }

    void put(int number, Ticket ticket) {
        numbers.set(number, belongs.test(ticket));
    }

    void remove(int number) {
        numbers.clear(number);
    }

    int size() {
        return numbers.cardinality();
    }

    int numberAt(int position) {
        return numbers.stream().skip(position).findFirst().orElseThrow();
    }

    IntStream numbers() {
        return numbers.stream();
    }
}
