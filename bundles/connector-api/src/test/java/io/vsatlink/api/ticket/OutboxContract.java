/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The outbox: accepted once, claimed in order, never forgotten. */
public interface OutboxContract extends TicketStoreUnderTest {
    Duration LEASE = Duration.ofMinutes(5);
    Claimant BACKEND = new Claimant("noc-1", "start 1", "backend", LEASE);
    Claimant SECOND = new Claimant("noc-1", "start 1", "second", LEASE);

    @Test
    default void whatIsAcceptedIsThereAfterARestart() {
        Receipt receipt = outbox().accept(SYSTEM, submit("EXT-1"), "");
        assertThat(receipt)
                .extracting(Receipt::duplicate, Receipt::state, Receipt::ticketId)
                .containsExactly(false, RequestState.WAITING, "");
        restart();
        OutboxEntry entry = outbox().find(SYSTEM, receipt.id()).orElseThrow();
        assertThat(entry.request()).isEqualTo(submit("EXT-1"));
        assertThat(entry.createdAt()).isEqualTo(clock().instant());
        assertThat(entry)
                .extracting(OutboxEntry::attempts, OutboxEntry::mayHaveArrived, OutboxEntry::deliveredAt)
                .containsExactly(0, false, null);
        assertThat(outbox().find(OTHER, receipt.id())).isEmpty();
    }

    @Test
    default void fieldsComeBackAsTheyWere() {
        Map<String, String> fields =
                Map.of("summary", "Ünit \"down\" = yes\\no: #1", "description", " two\nlines\t\u20ac ", "empty", "");
        Receipt receipt = outbox().accept(SYSTEM, TicketRequest.submit("EXT-1", fields, "event"), "");
        assertThat(outbox().find(SYSTEM, receipt.id()).orElseThrow().request().fields())
                .isEqualTo(fields);
    }

    /** Texts of people and of vendors: not every database has all characters. */
    @Test
    default void anyTextComesBack() {
        String odd = "a\u0000b\uD83Dc\uDE00d\uFFFFe\uFFFF0041 \uD83D\uDE00";
        TicketRequest request = TicketRequest.note("EXT-1", odd, "note-1", "event");
        Receipt receipt = outbox().accept(SYSTEM, request, "");
        assertThat(outbox().block(claimed(BACKEND).get(0), odd, true)).isTrue();
        restart();
        OutboxEntry entry = outbox().find(SYSTEM, receipt.id()).orElseThrow();
        assertThat(entry.request()).isEqualTo(request);
        assertThat(entry.lastError()).isEqualTo(odd);
    }

    @Test
    default void aDuplicateGetsTheFirstOnesReceipt() {
        Receipt first = outbox().accept(SYSTEM, submit("EXT-1"), "");
        Receipt note = outbox().accept(SYSTEM, note("EXT-1", "note-1"), "");
        assertThat(outbox().accept(SYSTEM, submit("EXT-1"), ""))
                .isEqualTo(new Receipt(first.id(), true, RequestState.WAITING, ""));
        Claim claim = claimed(BACKEND).get(0);
        outbox().delivered(claim, "T1");
        assertThat(outbox().accept(SYSTEM, submit("EXT-1"), ""))
                .isEqualTo(new Receipt(first.id(), true, RequestState.DELIVERED, "T1"));
        assertThat(outbox().accept(SYSTEM, update("EXT-1", "2", "note-1"), "").id())
                .isEqualTo(note.id());
        assertThat(outbox().accept(OTHER, submit("EXT-1"), "").duplicate()).isFalse();
    }

    @Test
    default void onlyEqualIdsMakeADuplicate() {
        outbox().accept(SYSTEM, submit("same"), "");
        assertThat(outbox().accept(SYSTEM, note("EXT-1", "same"), "").duplicate())
                .isFalse();
        assertThat(outbox().accept(SYSTEM, update("EXT-1", "2", ""), "").duplicate())
                .isFalse();
        assertThat(outbox().accept(SYSTEM, update("EXT-1", "2", ""), "").duplicate())
                .isFalse();
        assertThat(outbox().entries(SYSTEM, 10)).hasSize(4);
    }

    @Test
    default void theRequestsOfATicketAreClaimedOneByOneInTheirOrder() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, update("EXT-1", "2", ""), "");
        outbox().accept(SYSTEM, update("EXT-1", "1", ""), "");
        for (String expected : List.of("SUBMIT", "UPDATE 2", "UPDATE 1")) {
            List<Claim> claims = claimed(BACKEND);
            assertThat(claims).extracting(OutboxContract::what).containsExactly(expected);
            assertThat(claimed(SECOND)).isEmpty();
            assertThat(outbox().delivered(claims.get(0), "T1")).isTrue();
        }
        assertThat(claimed(BACKEND)).isEmpty();
    }

    @Test
    default void severalTicketsGoAtOnceTheOldestFirst() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        outbox().accept(SYSTEM, submit("EXT-3"), "");
        outbox().accept(OTHER, submit("EXT-4"), "");
        assertThat(references(outbox().claim(SYSTEM, BACKEND, 2))).containsExactly("EXT-1", "EXT-2");
        assertThat(references(claimed(SECOND))).containsExactly("EXT-3");
    }

    @Test
    default void aRequestByTicketIdWaitsBehindThoseByExternalId() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, update("EXT-1", "2", ""), "");
        outbox().delivered(claimed(BACKEND).get(0), "T1");
        outbox().accept(SYSTEM, update("T1", "1", ""), "");
        restart();
        outbox().startOver(BACKEND);
        List<Claim> claims = claimed(BACKEND);
        assertThat(claims).extracting(OutboxContract::what).containsExactly("UPDATE 2");
        assertThat(claims.get(0).entry().ticketId()).isEqualTo("T1");
        outbox().delivered(claims.get(0), "T1");
        assertThat(claimed(BACKEND)).extracting(OutboxContract::what).containsExactly("UPDATE 1");
    }

    @Test
    default void twoNamesOfATicketBecomeOneOrderWhenADeliveryTells() {
        outbox().accept(SYSTEM, update("EXT-1", "4", ""), "");
        outbox().accept(SYSTEM, update("EXT-1", "3", ""), "");
        Claim first = claimed(BACKEND).get(0);
        outbox().accept(SYSTEM, update("T1", "2", ""), "");
        outbox().accept(SYSTEM, update("EXT-1", "1", ""), "");
        outbox().delivered(first, "T1");
        for (String expected : List.of("UPDATE 3", "UPDATE 2", "UPDATE 1")) {
            List<Claim> claims = claimed(BACKEND);
            assertThat(claims).extracting(OutboxContract::what).containsExactly(expected);
            outbox().delivered(claims.get(0), "T1");
        }
    }

    @Test
    default void twoNamesOfATicketAreOneOrderWhereTheCallerKnows() {
        outbox().accept(SYSTEM, update("EXT-1", "3", ""), "");
        outbox().accept(SYSTEM, update("T1", "2", ""), "");
        outbox().accept(SYSTEM, update("EXT-1", "1", ""), "T1");
        List<Claim> claims = claimed(BACKEND);
        assertThat(claims).extracting(OutboxContract::what).containsExactly("UPDATE 3");
        outbox().delivered(claims.get(0), "T1");
        assertThat(claimed(BACKEND)).extracting(OutboxContract::what).containsExactly("UPDATE 2");
    }

    @Test
    default void whatFailedIsDueLater() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        Instant later = clock().instant().plusSeconds(30);
        assertThat(outbox().retryAt(claimed(BACKEND).get(0), later, "HTTP 503", true))
                .isTrue();
        assertThat(claimed(BACKEND)).isEmpty();
        restart();
        outbox().startOver(BACKEND);
        assertThat(claimed(BACKEND)).isEmpty();
        clock().advance(Duration.ofSeconds(30));
        Claim again = claimed(BACKEND).get(0);
        assertThat(again.entry())
                .extracting(OutboxEntry::attempts, OutboxEntry::mayHaveArrived, OutboxEntry::lastError)
                .containsExactly(2, true, "HTTP 503");
        outbox().retryAt(again, clock().instant(), "refused", false);
        assertThat(claimed(BACKEND).get(0).entry().mayHaveArrived()).isTrue();
    }

    @Test
    default void whatIsPostponedIsNoAttemptAndSaysWhy() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, update("EXT-1", "2", ""), "");
        Instant later = clock().instant().plusSeconds(30);
        assertThat(outbox().postpone(claimed(BACKEND).get(0), later, "it waits"))
                .isTrue();
        assertThat(claimed(BACKEND)).isEmpty();
        restart();
        outbox().startOver(BACKEND);
        assertThat(claimed(BACKEND)).isEmpty();
        clock().advance(Duration.ofSeconds(30));
        Claim again = claimed(BACKEND).get(0);
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
        assertThat(claimed(BACKEND)).extracting(OutboxContract::what).containsExactly("SUBMIT");
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
    default void whatIsRepeatedIsCountedWhateverBecomesOfTheProcess() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        claimed(BACKEND);
        outbox().startOver(BACKEND);
        Claim second = claimed(BACKEND).get(0);
        assertThat(second.entry().repeats()).isZero();
        assertThat(outbox().repeating(second, 1)).isTrue();
        restart();
        outbox().startOver(BACKEND);
        Claim third = claimed(BACKEND).get(0);
        assertThat(third.entry().repeats()).isEqualTo(1);
        assertThat(outbox().repeating(second, 7)).isFalse();
        outbox().repeating(third, 2);
        outbox().retryAt(third, clock().instant(), "no answer", true);
        Claim fourth = claimed(BACKEND).get(0);
        assertThat(fourth.entry().repeats()).isEqualTo(2);

        outbox().repeating(fourth, 3);
        outbox().retryAt(fourth, clock().instant(), "HTTP 429", false);
        Claim fifth = claimed(BACKEND).get(0);
        assertThat(fifth.entry())
                .extracting(OutboxEntry::repeats, OutboxEntry::mayHaveArrived)
                .containsExactly(2, true);
        outbox().block(fifth, "enough", false);
        assertThat(outbox().retry(SYSTEM, fifth.entry().id()).orElseThrow())
                .extracting(OutboxEntry::repeats, OutboxEntry::mayHaveArrived)
                .containsExactly(0, true);
    }

    @Test
    default void whatIsBlockedMayHaveArrived() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        Claim claim = claimed(BACKEND).get(0);
        outbox().block(claim, "half of it", true);
        assertThat(outbox().retry(SYSTEM, claim.entry().id()).orElseThrow().mayHaveArrived())
                .isTrue();
    }

    @Test
    default void aClockThatIsSetBackKeepsNobodyWaiting() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        Instant soon = clock().instant().plusSeconds(4);
        outbox().retryAt(outbox().claim(SYSTEM, BACKEND, 1).get(0), soon, "HTTP 503", true);
        clock().advance(Duration.ofHours(-2));
        assertThat(references(claimed(BACKEND))).containsExactlyInAnyOrder("EXT-1", "EXT-2");
    }

    @Test
    default void aWaitThatIsOverByAnotherClockIsOver() {
        for (String reference : List.of("EXT-1", "EXT-2", "EXT-3")) {
            outbox().accept(SYSTEM, submit(reference), "");
        }
        List<Claim> claims = claimed(BACKEND);
        Instant soon = clock().instant().plusSeconds(4);
        outbox().retryAt(claims.get(0), soon, "HTTP 503", true);
        outbox().retryAt(claims.get(1), soon, "HTTP 503", true);
        outbox().block(claims.get(2), "HTTP 422", false);
        clock().advance(Duration.ofMinutes(-5));
        assertThat(claimed(BACKEND)).isEmpty();
        long first = claims.get(0).entry().id();
        outbox().waited(OTHER, List.of(first));
        assertThat(claimed(BACKEND)).isEmpty();
        outbox().waited(SYSTEM, List.of(first, claims.get(2).entry().id(), 4711L));
        assertThat(references(claimed(BACKEND))).containsExactly("EXT-1");
    }

    @Test
    default void aBlockedRequestStopsItsTicketOnly() {
        Receipt poison = outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        assertThat(outbox().block(outbox().claim(SYSTEM, BACKEND, 1).get(0), "HTTP 422", false))
                .isTrue();
        assertThat(references(claimed(BACKEND))).containsExactly("EXT-2");
        assertThat(outbox().find(SYSTEM, poison.id()).orElseThrow())
                .extracting(OutboxEntry::state, OutboxEntry::lastError)
                .containsExactly(RequestState.BLOCKED, "HTTP 422");

        assertThat(outbox().retry(OTHER, poison.id())).isEmpty();
        assertThat(outbox().retry(SYSTEM, poison.id()).orElseThrow().state()).isEqualTo(RequestState.WAITING);
        assertThat(outbox().retry(SYSTEM, poison.id())).isEmpty();
        assertThat(claimed(BACKEND)).extracting(OutboxContract::what).containsExactly("SUBMIT");
    }

    @Test
    default void discardingFreesTheTicket() {
        Receipt poison = outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        Claim claim = claimed(BACKEND).get(0);
        assertThat(outbox().discard(SYSTEM, poison.id())).isEmpty();
        outbox().block(claim, "HTTP 422", false);
        assertThat(outbox().discard(SYSTEM, poison.id()).orElseThrow().state()).isEqualTo(RequestState.DISCARDED);
        assertThat(claimed(BACKEND)).extracting(OutboxContract::what).containsExactly("NOTE");
        assertThat(outbox().accept(SYSTEM, submit("EXT-1"), ""))
                .isEqualTo(new Receipt(poison.id(), true, RequestState.DISCARDED, ""));
        assertThat(outbox().discard(SYSTEM, 4711)).isEmpty();
    }

    @Test
    default void aClaimOfAnEarlierStartIsVoidAtOnce() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        Claim lost = outbox().claim(SYSTEM, BACKEND, 1).get(0);
        Claim others = outbox().claim(SYSTEM, new Claimant("noc-2", "start 1", "backend", LEASE), 1)
                .get(0);
        restart();
        Claimant restarted = new Claimant("noc-1", "start 2", "second", LEASE);
        assertThat(outbox().claim(SYSTEM, restarted, 10)).isEmpty();
        outbox().startOver(restarted);
        Claim again = outbox().claim(SYSTEM, restarted, 10).get(0);
        assertThat(again.entry())
                .extracting(entry -> entry.request().reference(), OutboxEntry::attempts, OutboxEntry::mayHaveArrived)
                .containsExactly("EXT-1", 2, true);
        assertThat(outbox().delivered(lost, "T1")).isFalse();
        assertThat(outbox().retryAt(lost, clock().instant(), "late", false)).isFalse();
        assertThat(outbox().block(lost, "late", false)).isFalse();
        assertThat(outbox().delivered(again, "T1")).isTrue();
        assertThat(outbox().delivered(others, "T2")).isTrue();
    }

    @Test
    default void anElementThatStartsAgainTakesOverItsOwnClaimsOnly() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, submit("EXT-2"), "");
        outbox().claim(SYSTEM, BACKEND, 1);
        Claim living = outbox().claim(SYSTEM, SECOND, 1).get(0);
        outbox().startOver(BACKEND);
        assertThat(references(claimed(BACKEND))).containsExactly("EXT-1");
        assertThat(outbox().delivered(living, "T2")).isTrue();
    }

    @Test
    default void aLeaseEnds() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        Claim lost = claimed(new Claimant("noc-2", "start 1", "backend", LEASE)).get(0);
        leasesAge(LEASE.minusSeconds(1));
        assertThat(claimed(BACKEND)).isEmpty();
        leasesAge(Duration.ofSeconds(2));
        Claim again = claimed(BACKEND).get(0);
        assertThat(again.entry().mayHaveArrived()).isTrue();
        assertThat(again.fence()).isGreaterThan(lost.fence());
        assertThat(outbox().delivered(lost, "T1")).isFalse();
    }

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

    private List<Claim> claimed(Claimant claimant) {
        return outbox().claim(SYSTEM, claimant, 100);
    }

    private static List<String> references(List<Claim> claims) {
        return claims.stream().map(claim -> claim.entry().request().reference()).toList();
    }

    private static String what(Claim claim) {
        TicketRequest request = claim.entry().request();
        return (request.kind() + " " + request.fields().getOrDefault("severity", "")).strip();
    }

    private static TicketRequest submit(String externalId) {
        return TicketRequest.submit(externalId, Map.of("category", "Circuit Up/Down", "circuitId", "CIR-1"), "mbean");
    }

    private static TicketRequest update(String reference, String severity, String requestId) {
        return TicketRequest.update(reference, "severity", severity, requestId, "shell");
    }

    private static TicketRequest note(String reference, String requestId) {
        return TicketRequest.note(reference, "seen", requestId, "service");
    }
}
