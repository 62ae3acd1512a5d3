/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import static io.vsatlink.api.ticket.OutboxUnderTest.note;
import static io.vsatlink.api.ticket.OutboxUnderTest.references;
import static io.vsatlink.api.ticket.OutboxUnderTest.submit;
import static io.vsatlink.api.ticket.OutboxUnderTest.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that wait for a reason of ours, or are not sent at all. */
public interface PostponedContract extends OutboxUnderTest {

    @Test
    default void whatIsPostponedIsNoAttemptAndSaysWhy() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, update("EXT-1", "2", ""), "");
        Instant later = clock().instant().plusSeconds(30);
        assertThat(outbox().postpone(claimed(BACKEND).get(0), later, "it waits"))
                .isTrue();
        Claim again = claimedNotBefore(later);
        assertThat(again.entry())
                .extracting(OutboxEntry::attempts, OutboxEntry::mayHaveArrived, OutboxEntry::lastError)
                .containsExactly(1, false, "it waits");
        outbox().startOver(BACKEND);
        assertThat(outbox().postpone(again, later, "late")).isFalse();
    }

    @Test
    default void whatIsPostponedIsDecidedAgainWhenARequestForItsTicketCame() {
        for (String reference : List.of("EXT-1", "EXT-2")) {
            outbox().accept(SYSTEM, submit(reference), "");
        }
        for (Claim claim : claimed(BACKEND)) {
            outbox().postpone(claim, clock().instant().plusSeconds(30), "it waits");
        }
        outbox().accept(SYSTEM, note("EXT-1", "note-1"), "");
        assertThat(claimed(BACKEND)).extracting(OutboxUnderTest::what).containsExactly("SUBMIT");
        assertThat(claimed(SECOND)).isEmpty();
    }

    @Test
    default void anAttemptThatFailedIsNotRepeatedBecauseARequestForItsTicketCame() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().retryAt(claimed(BACKEND).get(0), clock().instant().plusSeconds(30), "HTTP 503", true);
        outbox().accept(SYSTEM, note("EXT-1", "note-1"), "");
        assertThat(claimed(BACKEND)).isEmpty();
    }

    @Test
    default void whatIsPostponedIsDecidedAgainOnDemand() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().postpone(claimed(BACKEND).get(0), clock().instant().plusSeconds(30), "it waits");
        outbox().reconsider(OTHER);
        assertThat(claimed(BACKEND)).isEmpty();
        outbox().reconsider(SYSTEM);
        assertThat(references(claimed(BACKEND))).containsExactly("EXT-1");
    }

    @Test
    default void whatIsTakenBackEndsTogether() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", "note-1"), "");
        outbox().accept(SYSTEM, update("EXT-1", "2", ""), "");
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        Claim claim = outbox().claim(SYSTEM, BACKEND, 1).get(0);
        List<OutboxEntry> open = outbox().open(SYSTEM, "EXT-1");
        assertThat(open)
                .extracting(entry -> entry.request().kind())
                .containsExactly(RequestKind.SUBMIT, RequestKind.NOTE, RequestKind.UPDATE);
        List<OutboxEntry> behind = open.subList(1, 3);
        Receipt discarded = outbox().accept(SYSTEM, note("EXT-1", "note-1"), "");
        outbox().discard(SYSTEM, discarded.id());
        assertThat(outbox().takeBack(claim, behind, "taken back")).isTrue();
        restart();
        assertThat(outbox().entries(SYSTEM, 10))
                .filteredOn(entry -> entry.request().reference().equals("EXT-1"))
                .extracting(OutboxEntry::state, OutboxEntry::attempts, OutboxEntry::lastError)
                .containsExactly(
                        tuple(RequestState.DISCARDED, 0, "taken back"),
                        tuple(RequestState.DISCARDED, 0, ""),
                        tuple(RequestState.DISCARDED, 0, "taken back"));
        assertThat(references(claimed(BACKEND))).containsExactly("EXT-2");
        assertThat(outbox().takeBack(claim, behind, "late")).isFalse();
        assertThat(outbox().retry(SYSTEM, claim.entry().id()).orElseThrow().state())
                .isEqualTo(RequestState.WAITING);
        assertThat(references(claimed(BACKEND))).containsExactly("EXT-1");
    }

    @Test
    default void whatIsPostponedIsNotOverdue() {
        Instant first = clock().instant();
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        clock().advance(Duration.ofSeconds(1));
        assertThat(outbox().counts(SYSTEM).oldest()).isEqualTo(first);
        outbox().postpone(claimed(BACKEND).get(0), clock().instant(), "it waits");
        assertThat(outbox().counts(SYSTEM)).isEqualTo(new OutboxCounts(2, 0, 0, 0, null));
        Claim again = claimed(BACKEND).get(0);
        assertThat(outbox().counts(SYSTEM).oldest()).isNull();
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        assertThat(outbox().counts(SYSTEM).oldest()).isEqualTo(clock().instant());
        outbox().retryAt(again, clock().instant(), "HTTP 503", true);
        assertThat(outbox().counts(SYSTEM).oldest()).isEqualTo(first);
    }

    @Test
    default void whatBecameOfADeliveredRequestIsKept() {
        Receipt receipt = outbox().accept(SYSTEM, submit("EXT-1"), "");
        assertThat(outbox().delivered(claimed(BACKEND).get(0), "T1", "a note on T1"))
                .isTrue();
        restart();
        assertThat(outbox().find(SYSTEM, receipt.id()).orElseThrow())
                .extracting(OutboxEntry::state, OutboxEntry::ticketId, OutboxEntry::lastError)
                .containsExactly(RequestState.DELIVERED, "T1", "a note on T1");
    }
}
