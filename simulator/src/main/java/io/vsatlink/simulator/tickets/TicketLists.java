/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.List;

/** The existing lists. Guarded by the books that contain them. */
public final class TicketLists {
    public static final String EVERY_TICKET = "VSAT-ALL";
    static final String OPEN_TICKETS = "VSAT-OPEN";
    static final String CLOSED_TICKETS = "VSAT-CLOSED";

    private final List<TicketList> lists = List.of(
            new TicketList(EVERY_TICKET, ticket -> true),
            new TicketList(OPEN_TICKETS, ticket -> !Status.isOver(ticket)),
            new TicketList(CLOSED_TICKETS, Status::isOver));

    TicketLists() {}

    TicketList named(String id) {
        return lists.stream().filter(list -> list.id().equals(id)).findFirst().orElseThrow(() -> Refusal.noList(id));
    }

    void put(int number, Ticket ticket) {
        lists.forEach(list -> list.put(number, ticket));
    }

    void remove(int number) {
        lists.forEach(list -> list.remove(number));
    }
}
