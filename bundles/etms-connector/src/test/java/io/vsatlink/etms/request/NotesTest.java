/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.OddEtms;
import io.vsatlink.etms.OddEtms.Answer;
import io.vsatlink.etms.Rig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and closings. This ETMS accepts any note twice, so it is queried for them before they are sent again. */
class NotesTest {
    private OddEtms etms;
    private Rig rig;
    private Rig.Part backend;
    private String ticket;

    @BeforeEach
    void start() throws IOException {
        etms = new OddEtms();
        rig = new Rig(etms.base());
        backend = rig.backend("backend");
        ticket = etms.open("EXT-1").path("ticketId").asText();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        etms.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNoteWhoseReplyIsLostIsWrittenOnce(boolean byExternalId) {
        loseReplies(4, byExternalId);
        rig.accept(TicketRequest.note("EXT-1", "Generator  runs.\r\nFuel until six.", "", "service"));
        rig.accept(TicketRequest.note("EXT-1", "another", "note-2", "service"));
        rig.deliverAll(backend);
        assertThat(texts()).hasSize(2).last().isEqualTo("another");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosingWritesItsNoteOnceWhateverGetsLost(boolean byExternalId) {
        loseReplies(2, byExternalId);
        AtomicInteger closings = new AtomicInteger();
        etms.before = (call, body) -> {
            if (!call.startsWith("PATCH")) {
                return null;
            }
            return switch (closings.incrementAndGet()) {
                case 1 -> new Answer(429, "");
                case 2 -> new Answer(503, "");
                case 3 -> new Answer(409, "{\"error\":{\"message\":\"locked by j.doe\"}}");
                default -> null;
            };
        };
        rig.accept(TicketRequest.close("EXT-1", "done", "", "service"));
        rig.deliverAll(backend);
        assertThat(texts()).containsExactly("done");
        assertThat(etms.tickets.get(ticket).path("status").asText()).isEqualTo("Closed");
    }

    @Test
    void aClosingWhoseNoteArrivedWritesNoSecondNoteAfterAQuotaRefusal() {
        AtomicInteger closings = new AtomicInteger();
        etms.before = (call, body) ->
                call.startsWith("PATCH") && closings.incrementAndGet() == 1 ? new Answer(429, "") : null;
        rig.accept(TicketRequest.close("EXT-1", "done", "", "service"));
        rig.deliverAll(backend);
        assertThat(texts()).containsExactly("done");
    }

    @Test
    void aClosingWhoseStatusWasRefusedWritesNoSecondNoteWhenAPersonRetriesIt() {
        etms.before = (call, body) -> call.startsWith("PATCH") ? new Answer(422, "") : null;
        long request = rig.accept(TicketRequest.close("EXT-1", "done", "", "service"));
        rig.blocked(request, backend);
        etms.before = (call, body) -> null;
        rig.outbox.retry(rig.system(), request);
        rig.deliverAll(backend);
        assertThat(texts()).containsExactly("done");
    }

    @Test
    void aConflictUnrelatedToTheNoteIsNotADelivery() {
        etms.before = (call, body) -> call.startsWith("POST tickets/")
                ? new Answer(409, "{\"error\":{\"message\":\"the ticket is archived\"}}")
                : null;
        long request = rig.accept(TicketRequest.note("EXT-1", "seen", "", "service"));
        assertThat(rig.blocked(request, backend)).contains("the ticket is archived", "does not have it");
    }

    @Test
    void aPartlyUnreadableLogDoesNotProveThatANoteIsAbsent() {
        etms.after = (call, body) -> {
            if (call.startsWith("POST tickets/")) {
                return new Answer(0, "");
            }
            return call.contains("/activities") ? new Answer(200, "{\"activities\":[{\"text\":\"a\"},17]}") : null;
        };
        long request = rig.accept(TicketRequest.note("EXT-1", "seen", "", "service"));
        assertThat(rig.blocked(request, backend)).startsWith("it is unknown whether the note exists");
        assertThat(etms.count("POST tickets/")).isEqualTo(1);
    }

    @Test
    void theRepetitionsOfANoteAreLimited() {
        etms.after = (call, body) -> {
            if (call.startsWith("POST tickets/")) {
                return new Answer(500, "");
            }
            return call.contains("/activities") ? new Answer(200, "{\"activities\":[]}") : null;
        };
        long request = rig.accept(TicketRequest.note("EXT-1", "seen", "", "service"));
        rig.await(
                () -> {
                    rig.outbox.waited(rig.system(), List.of(request));
                    return rig.counts().blocked() == 1;
                },
                backend);
        assertThat(etms.count("POST tickets/")).isEqualTo(1 + DeliveryPolicy.REPEATS);
    }

    @Test
    void anOldNoteWithTheSameTextIsNotTheNote() {
        etms.logs
                .get(ticket)
                .addObject()
                .put("activityId", "old")
                .put("time", "2020-01-01T00:00:00Z")
                .put("text", "seen");
        AtomicInteger writes = new AtomicInteger();
        etms.before = (call, body) ->
                call.startsWith("POST tickets/") && writes.incrementAndGet() == 1 ? new Answer(0, "") : null;
        rig.accept(TicketRequest.note("EXT-1", "seen", "", "service"));
        rig.deliverAll(backend);
        assertThat(texts()).containsExactly("seen", "seen");
    }

    /** @param byExternalId whether the log contains the externalId of a note; if not, it also changes line ends */
    private void loseReplies(int times, boolean byExternalId) {
        AtomicInteger writes = new AtomicInteger();
        etms.after = (call, body) -> {
            if (call.startsWith("POST tickets/") && writes.incrementAndGet() <= times) {
                return new Answer(writes.get() % 2 == 0 ? 504 : 0, "");
            }
            if (call.startsWith("GET") && call.contains("/activities") && !byExternalId) {
                etms.logs.get(ticket).forEach(NotesTest::withoutReference);
                return new Answer(200, "{\"activities\":" + etms.logs.get(ticket) + "}");
            }
            return null;
        };
    }

    private static void withoutReference(JsonNode activity) {
        ((ObjectNode) activity).remove("externalId");
        ((ObjectNode) activity).put("text", activity.path("text").asText().replace("\r\n", "\n"));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        etms.logs
                .get(ticket)
                .forEach(activity -> texts.add(activity.path("text").asText()));
        return texts;
    }
}
