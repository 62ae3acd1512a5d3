/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.Rig;
import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New tickets that wait before they are sent; the simulator's records show what arrived. */
class SubmitDelayTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-29T12:00:00Z"));
    private final Rig rig = new Rig(clock, "--tickets", "0");

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aClosingWithinTheDelayTakesBothBack() {
        Rig.Part backend = delaying("5m");
        long submit = waiting("EXT-1", backend);
        assertThat(rig.entry(submit).lastError())
                .startsWith("not sent before ")
                .endsWith(" (submitDelay 5m); a closing until then takes it back");
        clock.advance(Duration.ofMinutes(4));
        long close = rig.accept(TicketRequest.close("EXT-1", "up again", "", "service"));
        rig.deliverAll(backend);

        for (long request : List.of(submit, close)) {
            assertThat(rig.entry(request).state()).isEqualTo(RequestState.DISCARDED);
            assertThat(rig.entry(request).lastError())
                    .startsWith("taken back: closed at ")
                    .endsWith(", before it was sent (submitDelay 5m)");
        }
        assertThat(rig.books("writes")).isEmpty();
        assertThat(rig.events).extracting(event -> event.getTopic()).containsOnly(Topics.REQUEST_TAKEN_BACK);
        assertThat(rig.events).extracting(event -> event.getProperty("request")).containsExactly(submit, close);
    }

    @Test
    void aTicketThatIsStillTrueIsSentAfterTheDelay() {
        Rig.Part backend = delaying("5m");
        long submit = waiting("EXT-1", backend);
        rig.accept(TicketRequest.note("EXT-1", "still down", "", "service"));
        clock.advance(Duration.ofSeconds(299));
        Rig.Part other = rig.part("other", delay("5m"), List.of());
        rig.await(() -> rig.entry(submit).attempts() == 0 && rig.entry(submit).postponed(), backend, other);
        assertThat(rig.books("writes")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        rig.deliverAll(backend, other);
        assertThat(kinds()).containsExactly("CREATE", "NOTE");
        assertThat(rig.entry(submit))
                .extracting(OutboxEntry::state, OutboxEntry::attempts, OutboxEntry::lastError)
                .containsExactly(RequestState.DELIVERED, 1, "");
    }

    @Test
    void aClosingAfterTheDelayIsSentEvenIfNothingWasSentMeanwhile() {
        rig.submit("EXT-1");
        clock.advance(Duration.ofSeconds(301));
        rig.accept(TicketRequest.close("EXT-1", "up again", "", "service"));
        rig.deliverAll(delaying("5m"));
        assertThat(rig.counts()).extracting("delivered", "discarded").containsExactly(2L, 0L);
    }

    @Test
    void aClosingWithinTheDelayTakesBothBackThoughTheyAreDecidedLater() {
        rig.submit("EXT-1");
        clock.advance(Duration.ofMinutes(5));
        rig.accept(TicketRequest.close("EXT-1", "up again", "", "service"));
        clock.advance(Duration.ofHours(1));
        rig.deliverAll(delaying("5m"));
        assertThat(rig.counts()).extracting("delivered", "discarded").containsExactly(0L, 2L);
    }

    @Test
    void whatMayHaveArrivedIsNotTakenBack() {
        Rig.Part backend = delaying("5m");
        waiting("EXT-1", backend);
        Claimant killed = new Claimant("there", "now", "killed", Duration.ofMinutes(15));
        rig.outbox.reconsider(rig.system());
        assertThat(rig.outbox.claim(rig.system(), killed, 1)).hasSize(1);
        rig.outbox.startOver(killed);
        rig.accept(TicketRequest.close("EXT-1", "up again", "", "service"));
        clock.advance(Duration.ofMinutes(5));
        rig.deliverAll(backend);
        assertThat(rig.counts()).extracting("delivered", "discarded").containsExactly(2L, 0L);
        assertThat(kinds()).containsExactly("CREATE", "NOTE", "UPDATE");
    }

    @Test
    void turningTheRuleOffReleasesWhatWaits() {
        Rig.Part backend = delaying("1d");
        long submit = waiting("EXT-1", backend);
        assertThat(rig.entry(submit).nextAttemptAt()).isBefore(clock.instant().plus(Duration.ofMinutes(15)));
        backend.close();
        rig.deliverAll(rig.backend("backend"));
        assertThat(kinds()).containsExactly("CREATE");
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        Rig.Part backend = delaying("5m");
        long submit = rig.submit("EXT-1");
        clock.advance(Duration.ofHours(-2));
        rig.await(() -> rig.entry(submit).state() == RequestState.DELIVERED, backend);
    }

    private Rig.Part delaying(String delay) {
        return rig.part("backend", delay(delay), List.of());
    }

    private static Map<String, String> delay(String delay) {
        return Map.of("elementType", "Backend", "submitDelay", delay);
    }

    private long waiting(String externalId, Rig.Part backend) {
        long submit = rig.submit(externalId);
        rig.await(() -> rig.entry(submit).postponed() && rig.entry(submit).attempts() == 0, backend);
        return submit;
    }

    private List<String> kinds() {
        return rig.books("writes").stream()
                .map((JsonNode write) -> write.path("kind").asText())
                .toList();
    }
}
