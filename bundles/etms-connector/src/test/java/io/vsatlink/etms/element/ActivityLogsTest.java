/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.etms.OddEtms;
import io.vsatlink.etms.OddEtms.Answer;
import io.vsatlink.etms.Rig;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.ChangeSignal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading the activity log of a ticket. */
class ActivityLogsTest {
    private final ElementRuntime threads = new ElementRuntime("etms", "test", new ChangeSignal());
    private OddEtms etms;
    private Rig rig;
    private Rig.Part backend;
    private ActivityLogs logs;
    private String ticket;

    @BeforeEach
    void start() throws IOException {
        etms = new OddEtms();
        rig = new Rig(etms.base());
        backend = rig.backend("backend");
        logs = new ActivityLogs(
                backend.gate, backend.caller, threads.bounded(ActivityLogs.PARALLEL, ActivityLogs.WAITING, "reader"));
        ticket = etms.open("EXT-1").path("ticketId").asText();
        rig.await(() -> backend.gate.client().isPresent(), backend);
    }

    @AfterEach
    void stop() throws Exception {
        threads.stop(logs::stop, backend.gate::close);
        rig.close();
        etms.close();
    }

    @Test
    void aNoteOfAnyLengthIsShown() {
        String cause = "ROOT CAUSE: " + "z".repeat(40_000);
        for (String text : List.of("before the long one", cause, "after")) {
            note(text);
        }
        assertThat(logs.show(ticket).join()).containsSubsequence("before the long one", cause, "after");
        assertThat(logs.shown()).startsWith("Activity log of " + ticket).contains(cause);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aLogInSeveralPartsIsReadCompletely(boolean total, boolean ids) {
        for (int i = 1; i <= 57; i++) {
            note("note " + i + ".");
        }
        if (!ids) {
            etms.logs.get(ticket).forEach(entry -> ((ObjectNode) entry).remove("activityId"));
        }
        etms.before = parts(total);
        String text = logs.read(ticket).join();
        assertThat(text).contains("note 1.", "note 20.", "note 21.", "note 57.").doesNotContain("Not all");
        assertThat(text.split("note", -1)).hasSize(58);
    }

    @Test
    void aLogWithoutSupportForPartsIsComplete() {
        note("one");
        assertThat(logs.read(ticket).join()).containsOnlyOnce("one").doesNotContain("Not all");
        etms.before = (call, body) -> call.contains("offset=")
                ? new Answer(400, "{\"error\":{\"code\":\"VALIDATION\",\"message\":\"offset\"}}")
                : null;
        assertThat(logs.read(ticket).join()).containsOnlyOnce("one").doesNotContain("Not all");
    }

    @Test
    void missingPartsOfALogAreReported() {
        for (int i = 1; i <= 57; i++) {
            note("note " + i + ".");
        }
        OddEtms.Oddity parts = parts(true);
        etms.before = (call, body) -> call.contains("offset=40") ? new Answer(503, "") : parts.to(call, body);
        assertThat(logs.read(ticket).join())
                .contains("note 40.")
                .doesNotContain("note 41.")
                .contains("Not all of the log is shown: the rest could not be read: HTTP 503");

        etms.before = (call, body) -> call.contains("offset=40")
                ? new Answer(200, "{\"totalCount\":57,\"activities\":[]}")
                : parts.to(call, body);
        assertThat(logs.read(ticket).join())
                .contains("Not all of the log is shown: ETMS reports 57 entries but returned 40");
    }

    /** Answers activity logs in parts of 20 entries. */
    private OddEtms.Oddity parts(boolean total) {
        return (call, body) -> {
            if (!call.contains("/activities")) {
                return null;
            }
            int from = call.contains("offset=") ? Integer.parseInt(call.replaceAll(".*offset=", "")) : 0;
            ArrayNode log = etms.logs.get(ticket);
            ObjectNode answer = log.objectNode();
            ArrayNode part = answer.putArray("activities");
            for (int i = from; i < Math.min(from + 20, log.size()); i++) {
                part.add(log.get(i));
            }
            return new Answer(200, (total ? answer.put("totalCount", log.size()) : answer).toString());
        };
    }

    @Test
    void anUnusualEntryIsShownAsFarAsReadableAndTheRestIsReported() {
        ArrayNode log = etms.logs.get(ticket);
        ObjectNode odd = log.addObject().put("time", 17).put("author", true);
        odd.putObject("text").put("html", "<b>cut</b>");
        log.add("no entry");
        note("after");
        assertThat(logs.read(ticket).join())
                .containsSubsequence("17 true", "{\"html\":\"<b>cut</b>\"}", "after")
                .contains("Not all of the log is shown: an entry could not be read: an item is text, not an object");
    }

    @Test
    void tooManyReadingsAreRejectedImmediatelyAndDeliveriesContinue() {
        CountDownLatch slow = new CountDownLatch(1);
        etms.before = (call, body) -> {
            if (call.contains("/activities")) {
                await(slow);
            }
            return null;
        };
        List<CompletableFuture<String>> readings = new ArrayList<>();
        for (int i = 0; i < ActivityLogs.PARALLEL + ActivityLogs.WAITING; i++) {
            readings.add(logs.read(ticket));
        }
        for (int i = 0; i < 600; i++) {
            assertThatThrownBy(() -> logs.read(ticket))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not read: 10 others are being read or waiting; try again in a moment");
        }
        for (int i = 1; i <= 20; i++) {
            rig.submit("NEW-" + i);
        }
        rig.deliverAll(backend);
        assertThat(etms.count("GET tickets/" + ticket + "/activities")).isEqualTo(ActivityLogs.PARALLEL);
        slow.countDown();
        readings.forEach(CompletableFuture::join);
        assertThat(logs.read(ticket).join()).isEmpty();
    }

    @Test
    void aSentenceReplacesTheLogOfAnAbsentTicket() {
        assertThatThrownBy(() -> logs.show("ETM0").join()).hasRootCauseMessage("ETMS has no ticket ETM0");
        assertThat(logs.shown()).isEqualTo("The activity log of ETM0 could not be read: ETMS has no ticket ETM0");
        etms.before = (call, body) -> new Answer(503, "");
        assertThatThrownBy(() -> logs.read(ticket).join()).hasMessageContaining("HTTP 503");
    }

    @Test
    void aLogThatIsReadForOneCallerIsNotShownToAll() {
        note("seen");
        logs.show(ticket).join();
        String shown = logs.shown();
        note("for one caller");
        assertThat(logs.read(ticket).join()).contains("seen", "for one caller");
        assertThatThrownBy(() -> logs.read("ETM0").join()).hasRootCauseMessage("ETMS has no ticket ETM0");
        assertThat(logs.shown()).isEqualTo(shown).doesNotContain("for one caller");
    }

    private void note(String text) {
        etms.logs
                .get(ticket)
                .addObject()
                .put("activityId", text)
                .put("type", "NOTE")
                .put("text", text);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
