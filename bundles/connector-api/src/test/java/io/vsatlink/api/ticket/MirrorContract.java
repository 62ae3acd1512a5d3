/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import static io.vsatlink.api.ticket.Tickets.ticket;
import static io.vsatlink.api.ticket.Tickets.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The mirror of tickets: generations, counts, and what changed. */
public interface MirrorContract extends TicketStoreUnderTest {
    String EVENTS = "events";
    Ticket A = ticket("A");
    Ticket A_CLOSED = with(with(A, "status", "Closed"), "state", "closed");
    Ticket B = ticket("B");
    Ticket C = ticket("C");

    @Test
    default void readersSeeTheLastCompletePollOnly() {
        publish(A, B);
        try (GenerationWriter writer = mirror().open(SYSTEM)) {
            writer.write(List.of(A_CLOSED.row(), C.row()));
            assertThat(read(SYSTEM)).containsExactly(A.row(), B.row());
        }
        restart();
        assertThat(read(SYSTEM)).containsExactly(A.row(), B.row());
        assertThat(mirror().current(SYSTEM).map(Generation::number)).contains(1L);
    }

    @Test
    default void systemsNeverMix() {
        publish(A, B);
        publish(OTHER, A_CLOSED);
        assertThat(read(SYSTEM)).containsExactly(A.row(), B.row());
        assertThat(read(OTHER)).containsExactly(A_CLOSED.row());
        assertThat(mirror().current("nobody")).isEmpty();
        assertThat(read("nobody")).isEmpty();
    }

    @Test
    default void anUnchangedPollChangesNothing() {
        publish(A, B);
        Generation next = publish(A, B);
        assertThat(next)
                .extracting(Generation::rows, Generation::added, Generation::changed, Generation::removed)
                .containsExactly(2L, 0L, 0L, 0L);
    }

    @Test
    default void ticketsAreFoundByTheirReferences() {
        publish(A, B);
        try (Snapshot snapshot = mirror().snapshot(SYSTEM)) {
            assertThat(snapshot.row(TicketListing.TICKETS, "B")).contains(B.row());
            assertThat(snapshot.find(TicketListing.TICKETS, "externalId", List.of("EXT-A")))
                    .containsExactly(A.row());
            assertThat(snapshot.find(TicketListing.TICKETS, "circuitId", List.of("CIR-1")))
                    .containsExactly(A.row(), B.row());
        }
    }

    @Test
    default void aTicketsHistoryIsWhatWasPublished() {
        Ticket urgent = with(A, "severity", 1L);
        Generation first = publish(A, B);
        clock().advance(Duration.ofMinutes(5));
        publish(A, B);
        clock().advance(Duration.ofMinutes(5));
        Generation third = publish(urgent, B);
        clock().advance(Duration.ofMinutes(5));
        Generation fourth = publish(B);
        try (GenerationWriter writer = mirror().open(SYSTEM)) {
            writer.write(List.of(A_CLOSED.row()));
        }
        publish(OTHER, A_CLOSED);
        restart();
        assertThat(mirror().history(SYSTEM, "A"))
                .containsExactly(
                        new RowVersion(urgent.row(), 3, third.publishedAt(), 3, fourth.publishedAt()),
                        new RowVersion(A.row(), 1, first.publishedAt(), 2, third.publishedAt()));
        assertThat(mirror().history(SYSTEM, "B"))
                .containsExactly(new RowVersion(B.row(), 1, first.publishedAt(), 0, null));
        assertThat(mirror().history(SYSTEM, "C")).isEmpty();
        assertThat(mirror().history("nobody", "A")).isEmpty();
    }

    @Test
    default void countsAddUp() {
        assertThat(mirror().counts(SYSTEM, "AutoVSATDataMiner")).isEqualTo(TicketCounts.NONE);
        publish(
                A,
                with(B, "createdBy", "somebody"),
                with(C, "category", "Infrastructure Performance"),
                with(with(ticket("D"), "category", "CIRCUIT UP/DOWN"), "createdBy", null),
                with(with(ticket("E"), "category", null), "owner", "AutoVSATDataMiner"));
        publish(OTHER, A);
        TicketCounts counts = mirror().counts(SYSTEM, "AutoVSATDataMiner");
        assertThat(counts.total()).isEqualTo(5);
        assertThat(counts.managed()).isEqualTo(3);
        assertThat(counts.other()).isEqualTo(2);
        assertThat(counts.byCategory())
                .containsEntry(TicketCategory.CIRCUIT_UP_DOWN, 2L)
                .containsEntry(TicketCategory.INFRASTRUCTURE_PERFORMANCE, 1L)
                .containsEntry(TicketCategory.CIRCUIT_PERFORMANCE, 0L);
        publish(A);
        assertThat(mirror().counts(SYSTEM, "noc"))
                .extracting(TicketCounts::total, TicketCounts::managed, TicketCounts::other)
                .containsExactly(1L, 1L, 0L);
    }

    @Test
    default void aNewFollowerIsToldOfEverythingOnce() {
        publish(A, B);
        assertThat(follow(EVENTS, 10)).containsExactly(created(1, A), created(1, B));
        assertThat(follow(EVENTS, 10)).isEmpty();
        assertThat(mirror().changes("nobody", EVENTS, 10)).isEmpty();
        assertThat(follow("another", 10)).containsExactly(created(1, A), created(1, B));
    }

    @Test
    default void aFollowerIsToldGenerationByGeneration() {
        publish(A, B);
        follow(EVENTS, 10);
        publish(A_CLOSED, B, C);
        publish(A_CLOSED, B, C);
        publish(A, C);
        assertThat(follow(EVENTS, 10))
                .containsExactly(
                        new TicketChange(2, Optional.of(A), Optional.of(A_CLOSED)),
                        created(2, C),
                        new TicketChange(4, Optional.of(A_CLOSED), Optional.of(A)),
                        new TicketChange(4, Optional.of(B), Optional.empty()));
    }

    @Test
    default void changesComeInPortions() {
        publish(A, B, C);
        assertThat(mirror().changes(SYSTEM, EVENTS, 2)).containsExactly(created(1, A), created(1, B));
        assertThat(follow(EVENTS, 2)).containsExactly(created(1, A), created(1, B), created(1, C));
    }

    @Test
    default void whatWasToldIsNotToldAgainAfterARestart() {
        publish(A, B, C);
        List<TicketChange> first = mirror().changes(SYSTEM, EVENTS, 10);
        mirror().told(SYSTEM, EVENTS, first.get(1));
        restart();
        publish(A_CLOSED, B, C);
        assertThat(follow(EVENTS, 10))
                .containsExactly(created(1, C), new TicketChange(2, Optional.of(A), Optional.of(A_CLOSED)));
        restart();
        assertThat(follow(EVENTS, 10)).isEmpty();
    }

    @Test
    default void aForgottenFollowerBeginsAnew() {
        publish(A);
        follow(EVENTS, 10);
        mirror().forget(SYSTEM, EVENTS);
        assertThat(follow(EVENTS, 10)).containsExactly(created(1, A));
    }

    /** Takes all there is, and says so after each. */
    private List<TicketChange> follow(String follower, int limit) {
        List<TicketChange> all = new ArrayList<>();
        List<TicketChange> some = mirror().changes(SYSTEM, follower, limit);
        while (!some.isEmpty()) {
            for (TicketChange change : some) {
                all.add(change);
                mirror().told(SYSTEM, follower, change);
            }
            some = mirror().changes(SYSTEM, follower, limit);
        }
        return all;
    }

    private static TicketChange created(long generation, Ticket ticket) {
        return new TicketChange(generation, Optional.empty(), Optional.of(ticket));
    }
}
