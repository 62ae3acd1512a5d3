/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import static io.vsatlink.api.ticket.Tickets.ticket;
import static io.vsatlink.api.ticket.Tickets.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.testkit.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to old tickets and old requests. */
class OutboxPruningTest {
    private static final String SYSTEM = "https://etms.example:443 UAT vsat";
    private static final Claimant BACKEND = new Claimant("noc-1", "start 1", "backend", Duration.ofMinutes(5));
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void deliveredRequestsAreDeletedAfterTheRetentionAndOthersAreKept() {
        accept("EXT-1");
        accept("EXT-2");
        accept("EXT-3");
        var claims = store.outbox().claim(SYSTEM, BACKEND, 2);
        store.outbox().delivered(claims.get(0), "T1");
        store.outbox().block(claims.get(1), "HTTP 422", false);
        store.prune(MONTH);
        assertThat(references()).containsExactly("EXT-2", "EXT-3", "EXT-1");
        clock.advance(MONTH.plusSeconds(1));
        store.prune(MONTH);
        assertThat(references()).containsExactly("EXT-2", "EXT-3");
        accept("EXT-1");
        assertThat(references()).containsExactly("EXT-2", "EXT-3", "EXT-1");
    }

    @Test
    void historyThatAFollowerHasNotSeenIsKept() {
        Ticket ticket = ticket("A");
        publish(ticket);
        TicketChange first = store.tickets().changes(SYSTEM, "events", 1).get(0);
        store.tickets().told(SYSTEM, "events", first);
        for (long severity = 1; severity <= 3; severity++) {
            publish(with(ticket, "severity", severity));
        }
        clock.advance(MONTH.plusSeconds(1));
        store.prune(MONTH);
        for (long severity = 1; severity <= 3; severity++) {
            TicketChange next = store.tickets().changes(SYSTEM, "events", 10).get(0);
            assertThat(next.after().orElseThrow().severity()).hasValue(severity);
            assertThat(next.before()).isPresent();
            store.tickets().told(SYSTEM, "events", next);
            store.prune(MONTH);
        }
        assertThat(store.tickets().changes(SYSTEM, "events", 10)).isEmpty();
        assertThat(store.tickets().changes(SYSTEM, "another", 10))
                .extracting(TicketChange::generation)
                .containsExactly(4L);
    }

    private void accept(String externalId) {
        store.outbox().accept(SYSTEM, TicketRequest.submit(externalId, Map.of(), "mbean"), "");
    }

    private List<String> references() {
        return store.outbox().entries(SYSTEM, 10).stream()
                .map(OutboxEntry::request)
                .map(TicketRequest::reference)
                .toList();
    }

    private void publish(Ticket ticket) {
        try (GenerationWriter writer = store.tickets().open(SYSTEM)) {
            writer.write(List.of(ticket.row()));
            writer.publish();
        }
    }
}
