/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.ticket.MemoryTicketMirror;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketingSystem;
import io.vsatlink.api.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final String SYSTEM = "etms";

    private final MemoryTicketMirror mirror = new MemoryTicketMirror(new MemoryVsatStore());
    private final List<String> told = new ArrayList<>();
    private long now;

    /** Takes four seconds per change. */
    private final TicketingSystem slow = new TicketingSystem() {
        @Override
        public String follower() {
            return "slow";
        }

        @Override
        public void tell(TicketChange change) {
            told.add(change.ticketId());
            now += Duration.ofSeconds(4).toNanos();
        }
    };

    @Test
    void aSlowTicketingSystemYieldsAndContinuesWhereItStopped() {
        try (GenerationWriter writer = mirror.open(SYSTEM)) {
            writer.write(Stream.of("A", "B", "C", "D", "E")
                    .map(id -> Tickets.ticket(id).row())
                    .toList());
            writer.publish();
        }
        Follower follower = new Follower(mirror, slow, () -> now);
        follower.run(SYSTEM, () -> false);
        assertThat(told).containsExactly("A", "B", "C");
        follower.run(SYSTEM, () -> false);
        assertThat(told).containsExactly("A", "B", "C", "D", "E");
        assertThat(follower.problem()).isEmpty();
    }
}
