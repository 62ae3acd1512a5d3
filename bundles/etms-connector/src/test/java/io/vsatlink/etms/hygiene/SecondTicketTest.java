/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.connection.FoundTicket;
import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New tickets for a circuit and category that has an open one; the simulator's records show what arrived. */
class SecondTicketTest {
    private static final Map<String, String> NOTE = Map.of("secondTicket", "note");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-29T12:00:00Z"));
    private final Rig rig = new Rig(clock, "--tickets", "20");

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aSecondOneBecomesANoteOnTheFirst() {
        Rig.Part backend = backend("backend", NOTE);
        long first = rig.submit("EXT-1");
        rig.deliverAll(backend);
        long second = rig.submit("EXT-2");
        rig.deliverAll(backend);

        assertThat(kinds()).containsExactly("CREATE", "NOTE");
        String ticket = rig.entry(first).ticketId();
        assertThat(rig.entry(second))
                .extracting(OutboxEntry::state, OutboxEntry::ticketId, OutboxEntry::lastError)
                .containsExactly(
                        RequestState.DELIVERED,
                        ticket,
                        "a note on ticket " + ticket + ", which is open for the same circuit and category, instead of a"
                                + " second ticket (secondTicket note)");
        rig.accept(TicketRequest.close("EXT-2", "up again", "", "service"));
        rig.deliverAll(backend);
        rig.submit("EXT-3");
        rig.deliverAll(backend);
        assertThat(kinds()).containsExactly("CREATE", "NOTE", "NOTE", "UPDATE", "CREATE");
    }

    @Test
    void manyAtOnceAndTwoBackendsMakeOneTicket() {
        Rig.Part one = backend("one", NOTE);
        Rig.Part other = backend("other", NOTE);
        for (int i = 1; i <= 12; i++) {
            rig.submit("EXT-" + i);
        }
        rig.deliverAll(one, other);
        assertThat(kinds()).hasSize(12).containsOnlyOnce("CREATE").contains("NOTE");
        assertThat(rig.counts().delivered()).isEqualTo(12);
    }

    @Test
    void oneBehindAClosingIsCreated() {
        Rig.Part backend = backend("backend", NOTE);
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        rig.accept(TicketRequest.close("EXT-1", "up again", "", "service"));
        rig.submit("EXT-2");
        rig.deliverAll(backend);
        assertThat(kinds()).containsExactly("CREATE", "NOTE", "UPDATE", "CREATE");
    }

    @Test
    void anotherCategoryOrCircuitHasItsOwnTicket() {
        Rig.Part backend = backend("backend", NOTE);
        rig.submit("EXT-1");
        rig.accept(TicketRequest.submit("EXT-2", fields("CIR-1", "Circuit Performance"), "service"));
        rig.accept(TicketRequest.submit("EXT-3", fields("CIR-10", "Circuit Up/Down"), "service"));
        rig.deliverAll(backend);
        assertThat(kinds()).containsExactly("CREATE", "CREATE", "CREATE");
    }

    @Test
    void aTicketOfSomebodyElseGetsTheNote() {
        Rig.Part frontend = rig.part("frontend", Map.of(), List.of());
        rig.await(() -> rig.mirror.current(rig.system()).isPresent(), frontend);
        FoundTicket theirs;
        try (Snapshot snapshot = rig.mirror.snapshot(rig.system())) {
            theirs = snapshot.rows(TicketListing.TICKETS)
                    .map((Row row) -> FoundTicket.of(row.values()))
                    .filter(ticket -> ticket.open()
                            && !ticket.text("circuitId").isEmpty()
                            && ticket.text("category").startsWith("Circuit"))
                    .findFirst()
                    .orElseThrow();
        }
        long submit = rig.accept(
                TicketRequest.submit("EXT-1", fields(theirs.text("circuitId"), theirs.text("category")), "service"));
        rig.deliverAll(backend("backend", NOTE));
        assertThat(kinds()).containsExactly("NOTE");
        assertThat(rig.entry(submit).ticketId()).isEqualTo(theirs.ticketId());
    }

    @Test
    void aNoteWhoseReplyIsLostIsWrittenOnce() {
        Rig.Part backend = backend("backend", NOTE);
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        rig.etms.post(
                "faults",
                "[{\"method\":\"POST\",\"path\":\"etms/tickets/*/activities\",\"times\":1,\"afterwards\":true,\"drop\":true}]");
        rig.submit("EXT-2");
        rig.deliverAll(backend);
        assertThat(kinds()).containsExactly("CREATE", "NOTE");
    }

    @Test
    void oneThatMayHaveArrivedIsAdoptedAndNoNote() {
        Rig.Part plain = backend("plain", Map.of());
        rig.submit("EXT-1");
        rig.deliverAll(plain);
        rig.etms.post(
                "faults",
                "[{\"method\":\"POST\",\"path\":\"etms/tickets\",\"times\":1,\"afterwards\":true,\"drop\":true}]");
        long second = rig.submit("EXT-2");
        rig.await(() -> kinds().size() == 2 && rig.entry(second).state() == RequestState.WAITING, plain);
        plain.close();
        rig.deliverAll(backend("backend", NOTE));
        assertThat(kinds()).containsExactly("CREATE", "CREATE");
        assertThat(rig.told("references").path("EXT-2").path("tickets").asInt()).isEqualTo(1);
    }

    @Test
    void oneThatWaitsForAKilledContainerIsDecidedWhenItsClaimIsVoid() {
        rig.submit("EXT-1");
        long second = rig.submit("EXT-2");
        Claimant killed = new Claimant("there", "now", "killed", Duration.ofMinutes(5));
        List<Claim> lost = rig.outbox.claim(rig.system(), killed, 1);
        Rig.Part backend = backend("backend", NOTE);
        rig.await(() -> rig.entry(second).postponed() && rig.entry(second).attempts() == 0, backend);
        assertThat(rig.entry(second).lastError())
                .isEqualTo("waits for request " + lost.get(0).entry().id()
                        + ", another new ticket for the same circuit and category (secondTicket note)");
        clock.advance(Duration.ofMinutes(6));
        rig.deliverAll(backend);
        assertThat(kinds()).containsExactly("CREATE", "NOTE");
    }

    @Test
    void aBlockedOneHoldsNobodyUp() {
        Rig.Part backend = backend("backend", NOTE);
        rig.etms.post("faults", "[{\"method\":\"POST\",\"path\":\"etms/tickets\",\"times\":1,\"status\":422}]");
        long first = rig.submit("EXT-1");
        long second = rig.submit("EXT-2");
        rig.await(() -> rig.entry(second).state() == RequestState.DELIVERED, backend);
        assertThat(rig.entry(first).state()).isEqualTo(RequestState.BLOCKED);
        assertThat(kinds()).containsExactly("CREATE");
    }

    @Test
    void aFlappingCircuitGetsNotesFromTheThirdOn() {
        Rig.Part backend = backend("backend", Map.of("flapWindow", "1h", "flapCount", "3"));
        for (int i = 1; i <= 4; i++) {
            rig.submit("EXT-" + i);
            rig.deliverAll(backend);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(kinds()).containsExactly("CREATE", "CREATE", "NOTE", "NOTE");
        assertThat(rig.entry(3).lastError()).endsWith(" (3 new tickets within 1h, flapCount 3)");
        assertThat(rig.entry(3).ticketId()).isEqualTo(rig.entry(2).ticketId());
        clock.advance(Duration.ofMinutes(57));
        rig.submit("EXT-5");
        rig.deliverAll(backend);
        assertThat(kinds()).endsWith("NOTE", "NOTE", "NOTE");
        clock.advance(Duration.ofHours(1));
        rig.submit("EXT-6");
        rig.deliverAll(backend);
        assertThat(kinds()).endsWith("NOTE", "CREATE");
    }

    private Rig.Part backend(String name, Map<String, String> rules) {
        Map<String, String> settings = new HashMap<>(rules);
        settings.put("elementType", "Backend");
        return rig.part(name, settings, List.of());
    }

    private static Map<String, String> fields(String circuit, String category) {
        return Map.of("category", category, "circuitId", circuit, "severity", "3", "summary", "down");
    }

    private List<String> kinds() {
        return rig.books("writes").stream()
                .map(write -> write.path("kind").asText())
                .toList();
    }
}
