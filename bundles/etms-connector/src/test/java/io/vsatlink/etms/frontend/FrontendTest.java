/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketCategory;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.api.ticket.TicketingSystem;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.ticketing.TicketEvents;
import io.vsatlink.etms.ticketing.TmfPlatform;
import io.vsatlink.etms.ticketing.TmfTicketing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mirror of the simulator's tickets, and the delivery of changes. */
class FrontendTest {
    private final Rig rig = new Rig("--tickets", "700");

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void thePollMatchesTheRecordsAndTheStatisticsAddUp() {
        poll(frontend("frontend"));
        assertThat(mirrored("status")).isEqualTo(books("status"));
        assertThat(mirrored("summary")).isEqualTo(books("summary"));
        assertThat(mirrored("externalId")).isEqualTo(books("externalId"));

        TicketCounts counts = rig.mirror.counts(rig.system(), "AutoVSATDataMiner");
        Map<String, Long> told = rig.books("tickets").stream()
                .collect(Collectors.groupingBy(ticket -> ticket.path("category").asText(), Collectors.counting()));
        long known = 0;
        for (TicketCategory category : TicketCategory.values()) {
            assertThat(counts.byCategory().get(category)).isEqualTo(told.getOrDefault(category.label(), 0L));
            known += counts.byCategory().get(category);
        }
        assertThat(counts.total()).isEqualTo(700).isEqualTo(known + counts.other());
        assertThat(counts.other()).isPositive();
        assertThat(counts.managed())
                .isPositive()
                .isEqualTo(rig.books("tickets").stream()
                        .filter(ticket -> ticket.path("createdBy").asText().equals("AutoVSATDataMiner")
                                || ticket.path("owner").asText().equals("AutoVSATDataMiner"))
                        .count());
    }

    @Test
    void anUnchangedPollChangesNothing() {
        Rig.Part frontend = frontend("frontend");
        poll(frontend);
        poll(frontend);
        assertThat(current())
                .extracting(Generation::number, Generation::added, Generation::changed, Generation::removed)
                .containsExactly(2L, 0L, 0L, 0L);
    }

    @Test
    void aPollDuringChangesEndsAndTheNextUndisturbedOneMatchesTheRecords() {
        Rig.Part frontend = frontend("frontend");
        rig.etms.post("etms/desk", "{\"perPage\":3,\"kinds\":[\"open\",\"change\",\"note\",\"close\"]}");
        poll(frontend);
        assertThat(frontend.statistics.now().lastPoll().orElseThrow().succeeded())
                .isTrue();
        poll(frontend);
        rig.etms.delete("etms/desk");
        poll(frontend);
        assertThat(mirrored("status")).isEqualTo(books("status"));
    }

    @Test
    void aFailedPollKeepsTheTicketsAndReportsThePage() {
        Rig.Part frontend = frontend("frontend");
        poll(frontend);
        rig.etms.post("faults", """
                [{"path":"etms/ticket-lists/*/tickets","page":2,"status":503}]""");
        rig.etms.post("etms/work", "{\"change\":50}");
        poll(frontend);
        assertThat(frontend.statistics.now().lastPoll().orElseThrow())
                .extracting(PollReport::succeeded)
                .isEqualTo(false);
        assertThat(frontend.statistics.now().lastPoll().orElseThrow().reason())
                .startsWith("page 2 of 4: HTTP 503 from ETMS");
        assertThat(current().number()).isEqualTo(1);
    }

    @Test
    void aFailedPollIsRetriedLongBeforeTheRefreshTimeIsOver() {
        Rig.Part frontend = rig.part("frontend", Map.of("refreshTime", "1d"), List.of());
        poll(frontend);
        rig.etms.post("faults", """
                [{"path":"etms/ticket-lists/*/tickets","page":2,"status":503}]""");
        poll(frontend);
        PollReport failed = frontend.statistics.now().lastPoll().orElseThrow();
        assertThat(failed.succeeded()).isFalse();
        rig.etms.post("faults", "[]");

        frontend.pass(Duration.ofMinutes(4));
        frontend.tick();
        rig.await(() -> frontend.frontend.idle());
        assertThat(frontend.statistics.now().lastPoll()).contains(failed);
        frontend.pass(Duration.ofMinutes(1));
        rig.await(() -> frontend.statistics.now().lastPoll().orElseThrow().succeeded(), frontend);
    }

    @Test
    void theElementRecoversFromARejectedToken() {
        Rig.Part frontend = frontend("frontend");
        poll(frontend);
        rig.etms.post("faults", "[{\"path\":\"etms/ticket-lists/*/tickets\",\"status\":401}]");
        poll(frontend);
        assertThat(ConnectionStatus.of(frontend.gate.connection().state()))
                .isEqualTo(ConnectionStatus.AUTHENTICATION_FAILED);
        assertThat(frontend.gate.connection().reason())
                .matches("ETMS does not accept our token.*; next attempt at \\S+Z");
        rig.etms.post("reset-calls", "");
        frontend.tick();
        assertThat(ConnectionStatus.of(frontend.gate.connection().state()))
                .isEqualTo(ConnectionStatus.AUTHENTICATION_FAILED);

        rig.etms.post("faults", "[]");
        frontend.pass(Duration.ofSeconds(30));
        frontend.tick();
        assertThat(ConnectionStatus.of(frontend.gate.connection().state())).isEqualTo(ConnectionStatus.CONNECTED);
        poll(frontend);
        assertThat(frontend.statistics.now().lastPoll().orElseThrow().succeeded())
                .isTrue();
    }

    @Test
    void changesOfUsersAreDeliveredAndOurOwnAreNot() {
        Rig.Part frontend =
                frontend("frontend", new TicketEvents(rig.eventAdmin(), rig.outbox, "frontend", rig.system()));
        Rig.Part backend = rig.backend("backend");
        poll(frontend);
        assertThat(topics()).contains(Topics.TICKET_CREATED).doesNotContain(Topics.TICKET_UPDATED);
        String own = open(0);
        String others = open(1);
        String closed = open(2);
        rig.events.clear();

        rig.accept(TicketRequest.update(own, "workgroup", "OURS", "", "service"));
        rig.deliverAll(backend);
        rig.events.clear();
        rig.etms.post(
                "etms/work",
                """
                        {"set":{"%s":{"owner":"somebody else"},"%s":{"status":"Closed"}}}"""
                        .formatted(others, closed));
        poll(frontend);
        assertThat(told(Topics.TICKET_UPDATED)).containsExactly(others);
        assertThat(told(Topics.TICKET_CLOSED)).containsExactly(closed);
        assertThat(told(Topics.TICKET_CREATED)).isEmpty();
    }

    @Test
    void anUnresponsivePlatformDoesNotDelayThePoll() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Rig.Part frontend = frontend("frontend", new TicketingSystem() {
            @Override
            public String follower() {
                return "slow";
            }

            @Override
            public void tell(TicketChange change) throws TicketingException {
                told.countDown();
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    throw new TicketingException("interrupted", e);
                }
            }
        });
        rig.await(() -> told.getCount() == 0, frontend);
        for (int polls = 0; polls < 2; polls++) {
            var before = frontend.statistics.now().lastPoll();
            frontend.frontend.pollSoon();
            rig.await(() -> !frontend.statistics.now().lastPoll().equals(before), frontend);
        }
        assertThat(answered.getCount()).isOne();
        answered.countDown();
    }

    @Test
    void aTicketClosedByThePlatformBecomesARequestAfterTheNextPoll() throws Exception {
        try (Rig few = new Rig("--tickets", "20");
                TmfPlatform platform = new TmfPlatform();
                TmfTicketing ticketing =
                        new TmfTicketing(platform.url(), few.store, "frontend", () -> true, few::accept)) {
            Rig.Part frontend = few.part("frontend", Map.of(), List.of(ticketing));
            few.await(() -> !platform.tickets.isEmpty(), frontend);
            JsonNode there = platform.tickets.values().iterator().next();
            platform.change(there.path("id").asText(), "status", "closed");
            frontend.frontend.pollSoon();
            few.await(() -> few.counts().waiting() == 1, frontend);
            assertThat(few.outbox.entries(few.system(), 2)).singleElement().satisfies(entry -> assertThat(
                            entry.request().reference())
                    .isEqualTo(there.path("externalId").asText()));
        }
    }

    @Test
    void aTicketClosedAfterAnotherElementTookOverBecomesARequestToo() throws Exception {
        try (Rig few = new Rig("--tickets", "20");
                TmfPlatform platform = new TmfPlatform();
                TmfTicketing before = new TmfTicketing(platform.url(), few.store, "first", () -> true, request -> {});
                TmfTicketing after = new TmfTicketing(platform.url(), few.store, "second", () -> true, few::accept)) {
            Rig.Part first = few.part("first", Map.of(), List.of(before));
            Rig.Part second = few.part("second", Map.of(), List.of(after));
            few.await(() -> !platform.tickets.isEmpty() && first.frontend.idle(), first);
            first.close();
            few.await(() -> first.frontend.idle());
            int made = platform.tickets.size();
            JsonNode there = platform.tickets.values().iterator().next();
            platform.change(there.path("id").asText(), "status", "closed");
            few.await(() -> few.counts().waiting() == 1, second);
            assertThat(few.outbox.entries(few.system(), 2)).singleElement().satisfies(entry -> assertThat(
                            entry.request().reference())
                    .isEqualTo(there.path("externalId").asText()));
            assertThat(platform.tickets).hasSize(made);
        }
    }

    @Test
    void aSecondFrontendOfASystemIsRefusedAndTakesOverWhenTheFirstStops() {
        Rig.Part first = frontend("first");
        Rig.Part second = frontend("second");
        first.tick();
        second.tick();
        assertThat(first.frontend.refused()).isEmpty();
        assertThat(second.frontend.refused())
                .isEqualTo("element first is already the frontend of this system; a system can have only one");
        first.close();
        second.tick();
        assertThat(second.frontend.refused()).isEmpty();
    }

    private Rig.Part frontend(String name, TicketingSystem... ticketings) {
        return rig.part(name, Map.of(), List.of(ticketings));
    }

    private void poll(Rig.Part frontend) {
        var before = frontend.statistics.now().lastPoll();
        frontend.frontend.pollSoon();
        rig.await(() -> !frontend.statistics.now().lastPoll().equals(before), frontend);
        rig.await(() -> frontend.frontend.idle());
        // the next tick delivers the changes that the poll found
        frontend.tick();
        rig.await(() -> frontend.frontend.idle());
    }

    private Generation current() {
        return rig.mirror.current(rig.system()).orElseThrow();
    }

    private List<String> topics() {
        return rig.events.stream().map(event -> event.getTopic()).distinct().toList();
    }

    private List<String> told(String topic) {
        return rig.events.stream()
                .filter(event -> event.getTopic().equals(topic))
                .map(event -> (String) event.getProperty("ticketId"))
                .toList();
    }

    private String open(int place) {
        return rig.books("tickets").stream()
                .filter(ticket -> ticket.path("status").asText().equals("Open"))
                .skip(place)
                .findFirst()
                .orElseThrow()
                .path("ticketId")
                .asText();
    }

    private Map<String, String> mirrored(String field) {
        try (Snapshot snapshot = rig.mirror.snapshot(rig.system());
                Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
            Map<String, String> values = new TreeMap<>();
            rows.forEach(row -> values.put(row.key(), row.get(field) == null ? "" : row.text(field)));
            return values;
        }
    }

    private Map<String, String> books(String field) {
        Map<String, String> values = new TreeMap<>();
        for (JsonNode ticket : rig.books("tickets")) {
            values.put(ticket.path("ticketId").asText(), ticket.path(field).asText(""));
        }
        // Jackson returns JSON's null as text
        values.replaceAll((id, value) -> value.equals("null") ? "" : value);
        return values;
    }
}
