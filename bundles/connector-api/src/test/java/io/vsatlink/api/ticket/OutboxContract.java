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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The outbox: accepted once, claimed in order, never forgotten. */
public interface OutboxContract extends OutboxUnderTest {

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
            assertThat(claims).extracting(OutboxUnderTest::what).containsExactly(expected);
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
        assertThat(claims).extracting(OutboxUnderTest::what).containsExactly("UPDATE 2");
        assertThat(claims.get(0).entry().ticketId()).isEqualTo("T1");
        outbox().delivered(claims.get(0), "T1");
        assertThat(claimed(BACKEND)).extracting(OutboxUnderTest::what).containsExactly("UPDATE 1");
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
            assertThat(claims).extracting(OutboxUnderTest::what).containsExactly(expected);
            outbox().delivered(claims.get(0), "T1");
        }
    }

    @Test
    default void twoNamesOfATicketAreOneOrderWhereTheCallerKnows() {
        outbox().accept(SYSTEM, update("EXT-1", "3", ""), "");
        outbox().accept(SYSTEM, update("T1", "2", ""), "");
        outbox().accept(SYSTEM, update("EXT-1", "1", ""), "T1");
        List<Claim> claims = claimed(BACKEND);
        assertThat(claims).extracting(OutboxUnderTest::what).containsExactly("UPDATE 3");
        outbox().delivered(claims.get(0), "T1");
        assertThat(claimed(BACKEND)).extracting(OutboxUnderTest::what).containsExactly("UPDATE 2");
    }

    @Test
    default void whatFailedIsDueLater() {
        outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        Instant later = clock().instant().plusSeconds(30);
        assertThat(outbox().retryAt(claimed(BACKEND).get(0), later, "HTTP 503", true))
                .isTrue();
        Claim again = claimedNotBefore(later);
        assertThat(again.entry())
                .extracting(OutboxEntry::attempts, OutboxEntry::mayHaveArrived, OutboxEntry::lastError)
                .containsExactly(2, true, "HTTP 503");
        outbox().retryAt(again, clock().instant(), "refused", false);
        assertThat(claimed(BACKEND).get(0).entry().mayHaveArrived()).isTrue();
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
        assertThat(claimed(BACKEND)).extracting(OutboxUnderTest::what).containsExactly("SUBMIT");
    }

    @Test
    default void discardingFreesTheTicket() {
        Receipt poison = outbox().accept(SYSTEM, submit("EXT-1"), "");
        outbox().accept(SYSTEM, note("EXT-1", ""), "");
        Claim claim = claimed(BACKEND).get(0);
        assertThat(outbox().discard(SYSTEM, poison.id())).isEmpty();
        outbox().block(claim, "HTTP 422", false);
        assertThat(outbox().discard(SYSTEM, poison.id()).orElseThrow().state()).isEqualTo(RequestState.DISCARDED);
        assertThat(claimed(BACKEND)).extracting(OutboxUnderTest::what).containsExactly("NOTE");
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
}
