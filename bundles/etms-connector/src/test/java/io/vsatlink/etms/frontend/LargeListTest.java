/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.etms.Rig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A list of 50 000 tickets that users change while it is read. */
class LargeListTest {
    @Test
    void thePollMatchesTheRecordsOnceTheChangesStop() throws Exception {
        try (Rig rig = new Rig("--tickets", "50000")) {
            Rig.Part frontend = rig.part("frontend", Map.of(), List.of());
            rig.etms.post(
                    "etms/desk",
                    """
                            {"perPage":2,"pages":150,"kinds":["open","change","note","close"]}""");
            poll(rig, frontend);
            poll(rig, frontend);

            Map<String, String> books = new TreeMap<>();
            rig.books("tickets")
                    .forEach(ticket -> books.put(
                            ticket.path("ticketId").asText(),
                            text(ticket.path("status")) + " " + text(ticket.path("lastModifiedDate"))));
            Map<String, String> mirrored = new TreeMap<>();
            try (Snapshot snapshot = rig.mirror.snapshot(rig.system());
                    Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
                rows.map(Ticket::new)
                        .forEach(ticket -> mirrored.put(
                                ticket.ticketId(), ticket.status() + " " + ticket.text("lastModifiedDate")));
            }
            assertThat(books).hasSizeGreaterThan(50_000);
            Map<String, String> different = new TreeMap<>(books);
            mirrored.forEach(different::remove);
            assertThat(different).as("not as in ETMS's books").isEmpty();
            assertThat(mirrored).hasSameSizeAs(books);
            TicketCounts counts = rig.mirror.counts(rig.system(), "AutoVSATDataMiner");
            assertThat(counts.total())
                    .isEqualTo(books.size())
                    .isEqualTo(counts.other()
                            + counts.byCategory().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static void poll(Rig rig, Rig.Part frontend) {
        var before = frontend.statistics.now().lastPoll();
        frontend.frontend.pollSoon();
        rig.await(() -> !frontend.statistics.now().lastPoll().equals(before), frontend);
        assertThat(frontend.statistics.now().lastPoll().orElseThrow().succeeded())
                .as(frontend.statistics.now().lastPoll().orElseThrow().reason())
                .isTrue();
    }
}
