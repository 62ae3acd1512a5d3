/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.ticket.MemoryTicketMirror;
import io.vsatlink.api.ticket.Tickets;
import io.vsatlink.testkit.Churn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final String SYSTEM = "etms";

    private final MemoryTicketMirror mirror = new MemoryTicketMirror(new MemoryVsatStore());
    private final Statistics statistics = new Statistics(mirror, 1_000);
    private int polls;

    @Test
    void theResultOfAPollBecomesVisibleTogetherWithItsReport() throws Exception {
        Set<Long> seen = new HashSet<>();
        try (Churn polling = Churn.of(this::poll);
                Churn ticking = Churn.of(() -> statistics.refresh(SYSTEM, ""))) {
            while (seen.size() < 3 || polls < 2_000) {
                Mirrored now = statistics.now();
                long total = now.counts().total();
                assertThat(now.newest()).hasSize((int) total);
                assertThat(now.lastPoll().orElseThrow().reason()).isEqualTo(total + " tickets");
                seen.add(total);
            }
        }
    }

    private void poll() {
        int tickets = 1 + ++polls % 3;
        statistics.hold();
        try (GenerationWriter writer = mirror.open(SYSTEM)) {
            writer.write(IntStream.range(0, tickets)
                    .mapToObj(n -> Tickets.ticket("T" + n).row())
                    .toList());
            writer.publish();
        }
        statistics.ended(new PollReport(true, tickets + " tickets", "", Instant.EPOCH), SYSTEM, "");
        statistics.release();
    }
}
