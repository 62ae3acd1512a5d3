/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.ticket.MemoryTicketMirror;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.Tickets;
import io.vsatlink.etms.frontend.TicketSearch.Found;
import io.vsatlink.etms.management.TicketLines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketSearchTest {
    private static final String SYSTEM = "etms";
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    private final MemoryTicketMirror mirror = new MemoryTicketMirror(new MemoryVsatStore());
    private final TicketSearch search = new TicketSearch(mirror);

    /** More tickets than a table shows; the two oldest are the only ones of their circuit, and one has no date. */
    @BeforeEach
    void mirrored() {
        try (GenerationWriter writer = mirror.open(SYSTEM)) {
            writer.write(
                    IntStream.range(0, 1_200).mapToObj(n -> ticket(n).row()).toList());
            writer.publish();
        }
    }

    private static Ticket ticket(int n) {
        Ticket dated = Tickets.with(
                Tickets.ticket("T" + (9_000 - n)),
                "createdDate",
                n == 1 ? null : Rows.time(FIRST.plusSeconds(n).toString()));
        return Tickets.with(dated, "circuitId", n < 2 ? "CIR-OLD" : "CIR-" + n);
    }

    private static RowQuery query(
            String text, Map<String, String> filters, String sort, boolean descending, int limit) {
        return new RowQuery(TicketListing.TICKETS, text, filters, sort, descending, null, limit);
    }

    private static List<String> ids(Found found) {
        return found.tickets().stream().map(Ticket::ticketId).toList();
    }

    @Test
    void aTicketBeyondTheNewestThousandIsFound() {
        Found found = search.find(SYSTEM, query("", Map.of("circuitId", "cir-old"), "ticketId", false, 50));
        assertThat(ids(found)).containsExactly("T8999", "T9000");
        assertThat(found.matching()).isEqualTo(2);
        assertThat(found.total()).isEqualTo(1_200);
    }

    @Test
    void ofThoseThatMatchTheNewestComeFirstAndThoseWithoutADateLast() {
        Found found = search.find(SYSTEM, query("old", Map.of(), TicketSearch.CREATED, true, 50));
        assertThat(ids(found)).containsExactly("T9000", "T8999");
        Found all = search.find(SYSTEM, query("", Map.of(), TicketSearch.CREATED, true, 2));
        assertThat(ids(all)).containsExactly("T7801", "T7802");
        assertThat(all.matching()).isEqualTo(1_200);
    }

    @Test
    void everyFieldCanOrderThem() {
        assertThat(ids(search.find(SYSTEM, query("", Map.of(), "ticketId", true, 2))))
                .containsExactly("T9000", "T8999");
    }

    @Test
    void usersNameFieldsAndTextsAndGetASentenceForWhatIsNone() {
        Found found = search.find(SYSTEM, TicketQueries.of("", List.of("circuitId=cir-old"), "ticketId", true, 5_000));
        assertThat(ids(found)).containsExactly("T9000", "T8999");
        assertThat(found.numbers()).isEqualTo("2 of 2 tickets that match, of 1200");
        Found newest = search.find(SYSTEM, TicketQueries.of("", List.of(), "", false, 3));
        assertThat(ids(newest)).containsExactly("T7801", "T7802", "T7803");
        assertThat(newest.numbers()).isEqualTo("3 of 1200 tickets");
        assertThatThrownBy(() -> TicketQueries.of("", List.of("circuitId"), "", false, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("filter \"circuitId\" is not a field, = and a text");
        assertThatThrownBy(() -> TicketQueries.of("", List.of("colour=red"), "", false, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no column colour in tickets; there are ticketId, ");
    }

    @Test
    void foundTicketsAreTextWithoutControlCharactersOfThePlatform() {
        Ticket odd = Tickets.with(ticket(5), "summary", "two\nlines\tand a tab");
        String text = TicketLines.of(new Found(List.of(odd), 1, 1_200, 1));
        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("1 of 1 tickets that match, of 1200");
        List<String> names = List.of(lines.get(1).split("\t", -1));
        List<String> values = List.of(lines.get(2).split("\t", -1));
        assertThat(values).hasSameSizeAs(names);
        assertThat(values.get(names.indexOf("ticketId"))).isEqualTo("T8995");
        assertThat(values.get(names.indexOf("circuitId"))).isEqualTo("CIR-5");
        assertThat(values.get(names.indexOf("summary")))
                .doesNotContain("\n", "\t")
                .contains("two", "lines");
    }

    @Test
    void anElementWithoutASystemHasNoTickets() {
        assertThat(search.find("", query("", Map.of(), "ticketId", false, 2))).isEqualTo(new Found(List.of(), 0, 0, 0));
    }
}
