/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import static io.vsatlink.api.ticket.OutboxUnderTest.note;
import static io.vsatlink.api.ticket.OutboxUnderTest.submit;
import static io.vsatlink.api.ticket.OutboxUnderTest.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the outbox tells about requests. */
public interface OutboxQueriesContract extends OutboxUnderTest {

    @Test
    default void countsAndListsWhatIsWhere() {
        assertThat(outbox().counts(SYSTEM)).isEqualTo(new OutboxCounts(0, 0, 0, 0, null));
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        Instant second = clock().instant().plusSeconds(1);
        for (String reference : List.of("EXT-2", "EXT-3", "EXT-4", "EXT-5")) {
            clock().advance(Duration.ofSeconds(1));
            outbox().accept(SYSTEM, submit(reference), "");
        }
        List<Claim> claims = outbox().claim(SYSTEM, BACKEND, 4);
        outbox().delivered(claims.get(0), "T1");
        outbox().block(claims.get(1), "HTTP 400", false);
        outbox().delivered(claims.get(2), "T3");
        assertThat(outbox().counts(SYSTEM)).isEqualTo(new OutboxCounts(2, 2, 1, 0, second));
        assertThat(outbox().entries(SYSTEM, 10))
                .extracting(entry -> entry.request().reference())
                .containsExactly("EXT-2", "EXT-4", "EXT-5", "EXT-3", "EXT-1");
        assertThat(outbox().entries(SYSTEM, 2)).hasSize(2);
        assertThat(outbox().entries(OTHER, 2)).isEmpty();
        outbox().discard(SYSTEM, claims.get(1).entry().id());
        assertThat(outbox().counts(SYSTEM))
                .extracting(OutboxCounts::blocked, OutboxCounts::discarded)
                .containsExactly(0L, 1L);
    }

    @Test
    default void newTicketsAreFoundByTheirFields() {
        String odd = "C%R_1!=:\\ #";
        for (String circuit : List.of("CIR-1", "CIR-10", odd, "CXRY1!=:\\ #", "CIR-1")) {
            Map<String, String> fields = Map.of("circuitId", circuit, "category", "Circuit Up/Down", "summary", "down");
            String reference = "EXT-" + outbox().entries(SYSTEM, 10).size();
            outbox().accept(SYSTEM, TicketRequest.submit(reference, fields, "event"), "");
        }
        outbox().accept(SYSTEM, note("EXT-0", ""), "");
        outbox().accept(OTHER, submit("EXT-9"), "");
        Map<String, String> wanted = Map.of("circuitId", "CIR-1", "category", "Circuit Up/Down");
        assertThat(outbox().submissions(SYSTEM, wanted))
                .extracting(entry -> entry.request().reference())
                .containsExactly("EXT-4", "EXT-0");
        outbox().delivered(claimed(BACKEND).get(0), "T1");
        assertThat(outbox().submissions(SYSTEM, wanted))
                .extracting(OutboxEntry::state, OutboxEntry::ticketId)
                .containsExactly(tuple(RequestState.CLAIMED, ""), tuple(RequestState.DELIVERED, "T1"));
        assertThat(outbox().submissions(SYSTEM, Map.of("circuitId", odd)))
                .extracting(entry -> entry.request().reference())
                .containsExactly("EXT-2");
        assertThat(outbox().submissions(SYSTEM, Map.of("circuitId", "CIR-1", "category", "Circuit Performance")))
                .isEmpty();
    }

    @Test
    default void aTicketsOpenRequestsAreFoundByEachOfItsNames() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        outbox().accept(OTHER, note("EXT-1", ""), "");
        outbox().delivered(outbox().claim(SYSTEM, BACKEND, 1).get(0), "T1");
        for (String name : List.of("EXT-1", "T1")) {
            assertThat(outbox().open(SYSTEM, name))
                    .extracting(entry -> entry.request().kind(), OutboxEntry::ticketId)
                    .containsExactly(tuple(RequestKind.NOTE, "T1"));
        }
        assertThat(outbox().open(SYSTEM, "T2")).isEmpty();
    }

    @Test
    default void allRequestsOfATicketAreFoundByEitherOfItsNames() {
        long made = outbox().accept(SYSTEM, submit("EXT-1"), "").id();
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        outbox().accept(OTHER, submit("EXT-1"), "");
        outbox().delivered(outbox().claim(SYSTEM, BACKEND, 1).get(0), "T1");
        long changed = outbox().accept(SYSTEM, update("T1", "2", ""), "").id();
        long noted = outbox().accept(SYSTEM, note("EXT-1", ""), "").id();
        outbox().discard(SYSTEM, noted);
        restart();
        for (Set<String> names : List.of(Set.of("T1"), Set.of("EXT-1"), Set.of("EXT-1", "T1"), Set.of("T1", "EXT-9"))) {
            assertThat(outbox().entriesOf(SYSTEM, names, 10))
                    .extracting(OutboxEntry::id)
                    .containsExactly(noted, changed, made);
        }
        assertThat(outbox().entriesOf(SYSTEM, Set.of("T1"), 10))
                .extracting(OutboxEntry::state)
                .containsExactly(RequestState.DISCARDED, RequestState.WAITING, RequestState.DELIVERED);
        assertThat(outbox().entriesOf(SYSTEM, Set.of("T1"), 2))
                .extracting(OutboxEntry::id)
                .containsExactly(noted, changed);
        assertThat(outbox().entriesOf(SYSTEM, Set.of("T2"), 10)).isEmpty();
        assertThat(outbox().entriesOf(SYSTEM, Set.of(), 10)).isEmpty();
    }

    /** A ticket may have requests by both names before a delivery shows that they are one ticket's. */
    @Test
    default void namesThatAreNotYetOneTicketsAreFoundTogether() {
        long first = outbox().accept(SYSTEM, update("EXT-1", "2", ""), "").id();
        long second = outbox().accept(SYSTEM, update("T1", "3", ""), "").id();
        long third = outbox().accept(SYSTEM, note("EXT-1", ""), "").id();
        assertThat(outbox().entriesOf(SYSTEM, Set.of("EXT-1", "T1"), 10))
                .extracting(OutboxEntry::id)
                .containsExactly(third, second, first);
        assertThat(outbox().entriesOf(SYSTEM, Set.of("EXT-1", "T1"), 2))
                .extracting(OutboxEntry::id)
                .containsExactly(third, second);
    }

    @Test
    default void tellsWhichUpdatesOfATicketWereDelivered() {
        outbox().accept(SYSTEM, update("EXT-1", "2", ""), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        outbox().accept(SYSTEM, update("EXT-1", "1", ""), "");
        outbox().accept(SYSTEM, update("EXT-1", "4", ""), "");
        for (int i = 0; i < 3; i++) {
            outbox().delivered(claimed(BACKEND).get(0), "T1");
        }
        assertThat(outbox().deliveredUpdates(SYSTEM, "T1", 10))
                .extracting(entry -> entry.request().fields().get("severity"))
                .containsExactly("1", "2");
        assertThat(outbox().deliveredUpdates(SYSTEM, "T1", 1)).hasSize(1);
        assertThat(outbox().deliveredUpdates(SYSTEM, "T2", 10)).isEmpty();
    }
}
