/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static io.vsatlink.api.ticket.Tickets.ticket;
import static io.vsatlink.api.ticket.Tickets.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.ticket.MemoryTicketMirror;
import io.vsatlink.api.ticket.Ticket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTicketsTest {
    private static final String SYSTEM = "etms";

    private final MemoryTicketMirror mirror = new MemoryTicketMirror(new MemoryVsatStore());
    private final NewestTickets newest = new NewestTickets(mirror, 3);

    private void publish(Ticket... tickets) {
        try (GenerationWriter writer = mirror.open(SYSTEM)) {
            writer.write(Arrays.stream(tickets).map(Ticket::row).toList());
            writer.publish();
        }
    }

    /** @param day null for a ticket without a creation date */
    private static Ticket made(String id, String day) {
        return with(ticket(id), "createdDate", day == null ? null : Rows.time(day + "T00:00:00Z"));
    }

    private List<String> ids() {
        return newest.of(SYSTEM).stream().map(Ticket::ticketId).toList();
    }

    @Test
    void theNewestTicketsComeFirstAndTheOldestAreOmitted() {
        publish(
                made("A", "2026-11-01"),
                made("B", "2026-11-04"),
                made("C", "2026-11-02"),
                made("D", null),
                made("E", "2026-11-03"));
        assertThat(ids()).containsExactly("B", "E", "C");
    }

    @Test
    void ticketsWithoutADateComeLastAndAreShownIfThereIsRoom() {
        publish(made("A", null), made("B", "2026-11-01"), made("C", null));
        assertThat(ids()).containsExactly("B", "C", "A");
    }

    @Test
    void theResultOfEachPollIsShown() {
        assertThat(ids()).isEmpty();
        publish(made("A", "2026-11-01"));
        assertThat(ids()).containsExactly("A");
        publish(made("A", "2026-11-01"), made("B", "2026-11-02"));
        assertThat(ids()).containsExactly("B", "A");
        assertThat(newest.of("")).isEmpty();
        assertThat(newest.of("another")).isEmpty();
    }
}
