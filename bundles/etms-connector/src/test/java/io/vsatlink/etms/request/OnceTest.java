/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.OddEtms;
import io.vsatlink.etms.OddEtms.Answer;
import io.vsatlink.etms.Rig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ETMS answers, a request creates its ticket once or waits for a person. */
class OnceTest {
    private static final String NONE = "{\"tickets\":[]}";

    private OddEtms etms;
    private Rig rig;
    private Rig.Part backend;

    @BeforeEach
    void start() throws IOException {
        etms = new OddEtms();
        rig = new Rig(etms.base());
        backend = rig.backend("backend");
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        etms.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"createdDate\":\"2026-11-24\"",
                "\"resolvedDate\":\"\"",
                "\"severity\":\"high\"",
                "\"summary\":{\"a\":1}"
            })
    void aTicketWithAnUnreadableColumnIsAdopted(String column) {
        etms.after = (call, body) -> spoiled(call, column, 201);
        long request = rig.submit("EXT-1");
        rig.deliverAll(backend);
        assertThat(entry(request).ticketId()).isEqualTo("ETM1");
        assertThat(etms.count("POST tickets")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"createdDate\":\"2026-11-24\"", "\"resolvedDate\":\"\"", "\"severity\":\"high\""})
    void aTicketFoundAfterALostReplyIsAdoptedToo(String column) {
        etms.after = (call, body) -> spoiled(call, column, 0);
        long request = rig.submit("EXT-1");
        rig.deliverAll(backend);
        assertThat(entry(request).ticketId()).isEqualTo("ETM1");
        assertThat(etms.count("POST tickets")).isEqualTo(1);
    }

    /** @param created the status of the answer to a create */
    private static Answer spoiled(String call, String column, int created) {
        String ticket = "{\"ticketId\":\"ETM1\",\"externalId\":\"EXT-1\"," + column + "}";
        return switch (call) {
            case "POST tickets" -> new Answer(created, ticket);
            case "GET tickets" -> new Answer(200, "{\"tickets\":[" + ticket + "]}");
            default -> null;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ticketId\":\"ETM9\",\"externalId\":\"OTHER\"}",
                "{\"ticketId\":\"ETM9\",\"externalId\":null}",
                "{\"externalId\":\"EXT-1\"}"
            })
    void aPersonDecidesIfItIsUnclearWhetherTheTicketExists(String found) {
        etms.after = creates(new Answer(0, ""), new Answer(200, "{\"tickets\":[" + found + "]}"));
        long request = rig.submit("EXT-1");
        assertThat(rig.blocked(request, backend))
                .startsWith("ETMS was asked for the ticket with the externalId EXT-1 and returned 1 ticket");
        assertThat(etms.count("POST tickets")).isEqualTo(1);
    }

    @Test
    void anEmptyAnswerToALookupDoesNotMeanAbsent() {
        AtomicInteger questions = new AtomicInteger();
        etms.after = (call, body) -> switch (call) {
            case "POST tickets" -> new Answer(0, "");
            case "GET tickets" -> questions.incrementAndGet() <= 2 ? new Answer(204, "") : null;
            default -> null;
        };
        rig.submit("EXT-1");
        rig.deliverAll(backend);
        assertThat(etms.count("POST tickets")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"ok\":true}", "{\"ticketId\":null}"})
    void aTicketCreatedWithoutAnIdInTheAnswerIsLookedUp(String body) {
        etms.after = (call, sent) -> call.equals("POST tickets") ? new Answer(201, body) : null;
        long request = rig.submit("EXT-1");
        rig.deliverAll(backend);
        assertThat(entry(request).ticketId()).isEqualTo("ETM1");
        assertThat(etms.count("POST tickets")).isEqualTo(1);
    }

    @Test
    void aCreatedTicketThatIsNotFoundIsNotCreatedAgain() {
        etms.after = creates(new Answer(201, ""), new Answer(200, NONE));
        long request = rig.submit("EXT-1");
        rig.await(() -> entry(request).attempts() == 1 && entry(request).state() == RequestState.WAITING, backend);
        assertThat(entry(request).lastError()).contains("ETMS has created the ticket");
        rig.outbox.waited(rig.system(), List.of(request));
        assertThat(rig.blocked(request, backend))
                .contains("EXT-1", "the request is not repeated until a person has checked");
        assertThat(etms.count("POST tickets")).isEqualTo(1);
    }

    @Test
    void theRepetitionsOfACreateAreLimitedAcrossRestarts() throws Exception {
        etms.after = creates(new Answer(500, ""), new Answer(200, NONE));
        long request = rig.submit("EXT-1");
        Rig.Part running = backend;
        for (int i = 1; i < 20 && entry(request).state() != RequestState.BLOCKED; i++) {
            int attempts = i;
            rig.await(
                    () -> entry(request).attempts() >= attempts
                            && entry(request).state() != RequestState.CLAIMED,
                    running);
            running.close();
            running = rig.backend("backend");
            rig.outbox.waited(rig.system(), List.of(request));
        }
        assertThat(entry(request).state()).isEqualTo(RequestState.BLOCKED);
        assertThat(etms.tickets).hasSize(1 + DeliveryPolicy.REPEATS);

        etms.after = (call, body) -> null;
        rig.outbox.retry(rig.system(), request);
        rig.deliverAll(running);
        assertThat(etms.tickets).hasSize(1 + DeliveryPolicy.REPEATS);
    }

    @Test
    void aQuotaRefusalDoesNotCountAsARepetition() {
        AtomicInteger calls = new AtomicInteger();
        etms.before = (call, body) -> {
            boolean refused = call.equals("POST tickets") && calls.incrementAndGet() <= DeliveryPolicy.REPEATS + 2;
            return refused ? new Answer(429, "{\"error\":{\"code\":\"BUSY\"}}") : null;
        };
        long request = rig.submit("EXT-1");
        rig.await(() -> hurried(request).state() == RequestState.DELIVERED, backend);
        assertThat(etms.tickets).hasSize(1);
    }

    @Test
    void aTicketCreatedDespiteAQuotaRefusalIsAdopted() {
        etms.after =
                (call, body) -> call.equals("POST tickets") ? new Answer(429, "{\"error\":{\"code\":\"BUSY\"}}") : null;
        long request = rig.submit("EXT-1");
        rig.await(() -> hurried(request).state() == RequestState.DELIVERED, backend);
        assertThat(entry(request).ticketId()).isEqualTo("ETM1");
        assertThat(etms.tickets).hasSize(1);
    }

    @Test
    void aTicketOfSomeoneElseIsNotAdopted() {
        String theirs = etms.open("OTHER-NOC-77").path("ticketId").asText();
        Answer conflict = new Answer(
                409,
                "{\"error\":{\"code\":\"TICKET_ALREADY_EXISTS\",\"message\":\"an open ticket exists for circuit CIR-1\","
                        + "\"ticketId\":\"" + theirs + "\"}}");
        etms.before = (call, body) -> call.equals("POST tickets") ? conflict : null;
        long request = rig.submit("EXT-1");
        rig.accept(TicketRequest.close("EXT-1", "done", "", "service"));
        assertThat(rig.blocked(request, backend))
                .contains(theirs, "OTHER-NOC-77", "an open ticket exists for circuit CIR-1", "EXT-1");
        assertThat(entry(request).ticketId()).isEmpty();
        assertThat(etms.tickets.get(theirs).path("status").asText()).isEqualTo("Open");
        assertThat(etms.count("PATCH")).isZero();
    }

    @Test
    void aTicketOfSomeoneElseReturnedInsteadOfAnErrorIsNotAdopted() {
        String theirs = etms.open("OTHER-NOC-77").path("ticketId").asText();
        etms.before = (call, body) -> call.equals("POST tickets")
                ? new Answer(200, etms.tickets.get(theirs).toString())
                : null;
        assertThat(rig.blocked(rig.submit("EXT-1"), backend)).contains(theirs, "OTHER-NOC-77");
    }

    @Test
    void ourTicketIsAdoptedEvenIfOnlyTheRefusalNamesIt() {
        String ours = etms.open("EXT-1").path("ticketId").asText();
        etms.before = creates(
                new Answer(409, "{\"error\":{\"code\":\"TICKET_ALREADY_EXISTS\",\"ticketId\":\"" + ours + "\"}}"),
                new Answer(200, NONE));
        long request = rig.submit("EXT-1");
        rig.deliverAll(backend);
        assertThat(entry(request).ticketId()).isEqualTo(ours);
    }

    private static OddEtms.Oddity creates(Answer create, Answer lookup) {
        return (call, body) -> switch (call) {
            case "POST tickets" -> create;
            case "GET tickets" -> lookup;
            default -> null;
        };
    }

    private OutboxEntry hurried(long request) {
        rig.outbox.waited(rig.system(), List.of(request));
        return entry(request);
    }

    private OutboxEntry entry(long id) {
        return rig.outbox.find(rig.system(), id).orElseThrow();
    }
}
