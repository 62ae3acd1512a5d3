/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.simulator.network.Network;
import io.vsatlink.simulator.network.Sizes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TicketBooksTest {
    private static final int WRITERS = 4;
    private static final int REFERENCES = 3000;

    private final TicketBooks books =
            new TicketBooks(Network.generate(1, Sizes.forCircuits(20)).tickets(10), Clock.systemUTC());

    @Test
    void oneOfManyConcurrentWritesOfAnExternalIdSucceeds() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int session = 1; session <= WRITERS; session++) {
                Author author = new Author("writer", session, "");
                running.add(writers.submit(() -> writeAll(author)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(books.writes().references().values())
                .hasSize(REFERENCES)
                .allMatch(Map.of("tickets", 1, "updates", 0, "notes", 0, "refused", WRITERS - 1)::equals);
        assertThat(books.all(TicketLists.EVERY_TICKET)).hasSize(10 + REFERENCES);
    }

    private void writeAll(Author author) {
        for (int i = 0; i < REFERENCES; i++) {
            try {
                books.create(author, Map.of("externalId", "R-" + i, "summary", "down"));
            } catch (Refusal e) {
                assertThat(e.status()).isEqualTo(409);
            }
        }
    }
}
