/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.Settings;
import io.vsatlink.etms.connection.ConnectionStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Delivery of requests to the simulator, whose records show what arrived. */
class DeliveryTest {
    private final Rig rig = new Rig("--tickets", "20");

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aTicketIsCreatedUpdatedNotedAndClosed() {
        Rig.Part backend = rig.backend("backend");
        rig.submit("EXT-1");
        rig.accept(TicketRequest.update("EXT-1", "severity", "2", "", "service"));
        rig.accept(TicketRequest.note("EXT-1", "seen", "note-1", "service"));
        rig.accept(TicketRequest.close("EXT-1", "done", "close-1", "service"));
        rig.deliverAll(backend);

        assertThat(rig.counts().delivered()).isEqualTo(4);
        assertThat(kinds("EXT-1")).containsExactly("CREATE", "UPDATE", "UPDATE");
        JsonNode ticket = rig.books("tickets").stream()
                .filter(each -> each.path("externalId").asText().equals("EXT-1"))
                .findFirst()
                .orElseThrow();
        assertThat(ticket.path("status").asText()).isEqualTo("Closed");
        assertThat(ticket.path("severity").asInt()).isEqualTo(2);
        assertThat(ticket.path("createdBy").asText()).isEqualTo("AutoVSATDataMiner");
        assertThat(rig.books("writes").stream()
                        .filter(write -> write.path("kind").asText().equals("NOTE"))
                        .map(write -> write.path("externalId").asText()))
                .containsExactly("note-1", "close-1");
        assertThat(rig.events).extracting(event -> event.getTopic()).containsOnly(Topics.REQUEST_DELIVERED);
    }

    @Test
    void aRequestWhoseReplyIsLostIsLookedUpAndNotSentAgain() {
        Rig.Part backend = rig.backend("backend");
        rig.etms.post(
                "faults",
                """
                        [{"method":"POST","path":"etms/tickets","times":3,"afterwards":true,"drop":true},\
                        {"method":"PATCH","path":"etms/tickets/*","times":2,"afterwards":true,\
                        "apigee":"GatewayTimeout"},{"method":"POST","path":"etms/tickets/*/activities","times":1,\
                        "afterwards":true,"drop":true}]""");
        for (int i = 1; i <= 5; i++) {
            rig.submit("EXT-" + i);
            rig.accept(TicketRequest.update("EXT-" + i, "severity", "1", "", "service"));
            rig.accept(TicketRequest.note("EXT-" + i, "seen", "", "service"));
        }
        rig.deliverAll(backend);
        for (int i = 1; i <= 5; i++) {
            JsonNode told = rig.told("references").path("EXT-" + i);
            assertThat(told.path("tickets").asInt()).isEqualTo(1);
            assertThat(told.path("updates").asInt()).isEqualTo(1);
            assertThat(kinds("EXT-" + i)).containsExactly("CREATE", "UPDATE");
        }
        assertThat(rig.books("writes").stream()
                        .filter(write -> write.path("kind").asText().equals("NOTE"))
                        .map(write -> write.path("externalId").asText()))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(rig.counts()).extracting("delivered", "blocked").containsExactly(15L, 0L);
    }

    @Test
    void severityOneTwoOneArrivesAsThreeUpdates() {
        Rig.Part backend = rig.backend("backend");
        rig.submit("EXT-1");
        for (String severity : List.of("1", "2", "1")) {
            rig.accept(TicketRequest.update("EXT-1", "severity", severity, "", "service"));
        }
        rig.deliverAll(backend);
        assertThat(rig.books("writes").stream()
                        .filter(write -> write.path("kind").asText().equals("UPDATE"))
                        .map(write -> write.path("asked").path("severity").asInt()))
                .containsExactly(1, 2, 1);
    }

    @Test
    void aPoisonRequestDoesNotStopOthers() {
        Rig.Part backend = rig.backend("backend");
        rig.etms.post(
                "faults",
                "[{\"method\":\"POST\",\"path\":\"etms/tickets\",\"times\":1,\"status\":422,"
                        + "\"body\":\"{\\\"error\\\":{\\\"code\\\":\\\"VALIDATION\\\",\\\"message\\\":\\\"no\\\"}}\"}]");
        long poison = rig.submit("EXT-0");
        rig.await(() -> entry(poison).state() == RequestState.BLOCKED, backend);
        rig.accept(TicketRequest.note("EXT-0", "behind it", "", "service"));
        for (int i = 1; i <= 10; i++) {
            rig.submit("EXT-" + i);
        }
        rig.await(() -> rig.counts().delivered() == 10, backend);
        assertThat(entry(poison).lastError()).contains("HTTP 422").contains("VALIDATION");
        assertThat(rig.counts()).extracting("waiting", "blocked").containsExactly(1L, 1L);
        assertThat(rig.events).extracting(event -> event.getTopic()).contains(Topics.REQUEST_BLOCKED);

        rig.outbox.retry(rig.system(), poison);
        rig.deliverAll(backend);
        assertThat(rig.told("references").path("EXT-0").path("tickets").asInt()).isEqualTo(1);
    }

    @Test
    void anExistingTicketIsAdopted() {
        Rig.Part backend = rig.backend("backend");
        String known = rig.books("tickets").stream()
                .filter(ticket -> ticket.path("externalId").asText().startsWith("AVD-"))
                .findFirst()
                .orElseThrow()
                .path("externalId")
                .asText();
        long request = rig.submit(known);
        rig.deliverAll(backend);
        assertThat(entry(request).ticketId()).startsWith("ETM");
        assertThat(rig.books("writes")).isEmpty();
    }

    @Test
    void expiredTokensAndTheQuotaCauseOnlyDelays() {
        Rig.Part backend = rig.backend("backend");
        rig.etms.post(
                "faults",
                """
                        [{"path":"etms/tickets","times":2,"apigee":"QuotaViolation","status":500},\
                        {"path":"etms/tickets","times":2,"apigee":"access_token_expired","status":500}]""");
        for (int i = 1; i <= 6; i++) {
            rig.submit("EXT-" + i);
        }
        rig.deliverAll(backend);
        assertThat(rig.counts()).extracting("delivered", "blocked").containsExactly(6L, 0L);
        assertThat(created()).hasSize(6);
    }

    @Test
    void twoBackendsShareTheWork() {
        Rig.Part one = rig.backend("one");
        Rig.Part two = rig.backend("two");
        for (int i = 1; i <= 1_000; i++) {
            rig.submit("EXT-" + i);
        }
        rig.deliverAll(one, two);
        assertThat(created()).hasSize(1_000).doesNotHaveDuplicates();
        Map<String, Long> shares = rig.outbox.entries(rig.system(), 2_000).stream()
                .collect(Collectors.groupingBy(OutboxEntry::claimedBy, Collectors.counting()));
        assertThat(shares).containsOnlyKeys("one", "two");
    }

    @Test
    void etmsIsNotCalledWhileTicketHandlingIsDisabled() {
        Rig.Part backend =
                rig.part("backend", Map.of("elementType", "Backend", "ticketHandling", "disabled"), List.of());
        rig.submit("EXT-1");
        for (int i = 0; i < 20; i++) {
            backend.tick();
            backend.gate.attempt();
        }
        assertThat(rig.told("calls").path("requests").asInt()).isZero();
        assertThat(ConnectionStatus.of(backend.gate.connection().state())).isEqualTo(ConnectionStatus.DISABLED);
        assertThat(rig.counts().waiting()).isEqualTo(1);

        backend.use(Settings.of(rig.etms.base(), Map.of("elementType", "Backend")), List.of());
        rig.deliverAll(backend);
        assertThat(created()).hasSize(1);
    }

    @Test
    void aWrongKeyIsNotRetriedUntilASettingChanges() {
        Rig.Part backend = rig.part("backend", Map.of("elementType", "Backend", "apiKey", "wrong"), List.of());
        rig.submit("EXT-1");
        rig.await(
                () -> ConnectionStatus.of(backend.gate.connection().state()) == ConnectionStatus.AUTHENTICATION_FAILED,
                backend);
        int calls = rig.told("calls").path("requests").asInt();
        for (int i = 0; i < 20; i++) {
            backend.tick();
        }
        assertThat(rig.told("calls").path("requests").asInt()).isEqualTo(calls).isEqualTo(1);
        assertThat(backend.gate.connection().reason()).contains("InvalidApiKey").doesNotContain("wrong");

        backend.gate.attempt();
        assertThat(rig.told("calls").path("requests").asInt()).isEqualTo(2);
        backend.use(Settings.of(rig.etms.base(), Map.of("elementType", "Backend")), List.of());
        rig.deliverAll(backend);
    }

    private OutboxEntry entry(long id) {
        return rig.outbox.find(rig.system(), id).orElseThrow();
    }

    private List<String> created() {
        return rig.books("writes").stream()
                .filter(write -> write.path("kind").asText().equals("CREATE"))
                .map(write -> write.path("externalId").asText())
                .toList();
    }

    private List<String> kinds(String externalId) {
        return rig.books("writes").stream()
                .filter(write -> write.path("externalId").asText().equals(externalId))
                .map(write -> write.path("kind").asText())
                .toList();
    }
}
