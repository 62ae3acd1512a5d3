/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.recording.RecordedCall.Body;
import io.vsatlink.api.recording.RecordedCall.Response;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Call;
import io.vsatlink.remote.http.ExchangeException;
import io.vsatlink.remote.http.Peer;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.http.Transport;
import io.vsatlink.remote.recording.CallObserver.Seen;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When calls are recorded, how many of them are kept, and how much of each. */
class RecorderTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong();
    private final SharedMemory memory = new SharedMemory();
    private final Recorder recorder = new Recorder(memory, Clock.systemUTC(), now::get);
    private final Secrets secrets = new Secrets(Set.of("planted-secret"));
    private volatile Reply reply = Reply.json("{}");
    private final Vendor vendor = new Vendor(heard -> reply);
    private final Transport transport = transport();

    private Transport transport() {
        try {
            return new Transport(new Peer("vendor", vendor.base(), "ByPassProxy", null), Timeouts.DEFAULT);
        } catch (ExchangeException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        transport.close();
        vendor.close();
    }

    private void call() throws IOException {
        call(recorder, null);
    }

    private void call(Recorder observer, Call.Body body) throws IOException {
        Call call = new Call(body == null ? "GET" : "POST", URI.create(vendor.base() + "/x?a=1"), Map.of(), body);
        Redaction redaction = new Redaction(secrets, Set.of(), Set.of(), false);
        try (Seen seen = observer.begins(UUID.randomUUID().toString(), call, redaction);
                Answer answer = transport.send(call)) {
            seen.answered(answer);
            answer.readOn();
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        recorder.look();
    }

    private Body answered() {
        List<RecordedCall> calls = recorder.calls();
        return calls.get(calls.size() - 1).response().map(Response::body).orElseThrow();
    }

    @Test
    void nothingIsRecordedBeforeSomebodySwitchesItOn() throws IOException {
        call();

        assertThat(recorder.until()).isEmpty();
        assertThat(recorder.calls()).isEmpty();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void itEndsByItselfAndItsCallsAreForgottenLater() throws IOException {
        recorder.start(MINUTE);
        call();
        pass(MINUTE);
        call();

        assertThat(recorder.until()).isEmpty();
        assertThat(recorder.calls()).hasSize(1);
        pass(Recorder.KEPT.minusSeconds(1));
        assertThat(recorder.calls()).hasSize(1);
        pass(Duration.ofSeconds(2));
        assertThat(recorder.calls()).isEmpty();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void itEndsInTimeAlsoWhereNobodyLooks() throws IOException {
        recorder.start(MINUTE);
        now.addAndGet(MINUTE.toNanos());
        call();

        assertThat(recorder.until()).isEmpty();
        assertThat(recorder.calls()).isEmpty();
    }

    @Test
    void anotherStartGoesOnWhileItIsOnAndBeginsAnewAfterwards() throws IOException {
        recorder.start(MINUTE);
        call();
        recorder.start(Duration.ofMinutes(2));
        call();
        assertThat(recorder.calls()).hasSize(2);

        recorder.stop();
        assertThat(recorder.calls()).hasSize(2);
        recorder.start(MINUTE);
        assertThat(recorder.calls()).isEmpty();
    }

    @Test
    void aDurationIsBounded() {
        for (Duration not : List.of(Duration.ZERO, Duration.ofSeconds(-5), Recorder.LONGEST.plusSeconds(1))) {
            assertThatThrownBy(() -> recorder.start(not))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a recording takes from 1 second to 1 hour");
        }
        assertThat(recorder.until()).isEmpty();
    }

    @Test
    void aBodyIsCutAndSaysSoAndTheCutLeavesNoPartOfASecret() throws IOException {
        recorder.start(MINUTE);
        String filler = "x".repeat(RecordedBodies.MOST_BYTES - 9);
        reply = Reply.json(filler + "planted-secret and more");
        call();

        assertThat(answered().note()).isEqualTo("first 256 KiB of 262,158 bytes");
        assertThat(answered().cut()).isTrue();
        assertThat(answered().bytes()).isEqualTo(filler.length() + 23L);
        assertThat(answered().text()).isEqualTo(filler + "***");
    }

    @Test
    void aCutGoesThroughNoCharacter() throws IOException {
        recorder.start(MINUTE);
        String filler = "x".repeat(RecordedBodies.MOST_BYTES - 1);
        reply = Reply.json(filler + "\u00e9\u00e9");
        call();

        assertThat(answered().text()).isEqualTo(filler);
        assertThat(answered().note()).startsWith("first 256 KiB of").doesNotContain("valid");
    }

    @Test
    void tenThousandCallsWithBigBodiesStayWithinTheBound() throws IOException {
        recorder.start(MINUTE);
        reply = Reply.json("{\"rows\":\"" + "\u0142".repeat(40_000) + "\"}");
        call();
        RecordedCall big = recorder.calls().get(0);
        recorder.forget();
        Tape tape = new Tape(memory);
        for (int i = 0; i < 10_000; i++) {
            tape.add(big);
        }
        assertThat(tape.calls()).hasSizeBetween(90, Tape.MOST_CALLS);
        assertThat(memory.taken()).isPositive().isLessThanOrEqualTo(Tape.MOST_BYTES);
        tape.discard();
        tape.add(big);
        assertThat(memory.taken()).isZero();
    }

    @Test
    void theOldestOfManySmallCallsGoFirst() throws IOException {
        recorder.start(MINUTE);
        call();
        call();
        List<RecordedCall> both = recorder.calls();
        Tape tape = new Tape(memory);
        tape.add(both.get(0));
        for (int i = 0; i < Tape.MOST_CALLS; i++) {
            tape.add(both.get(1));
        }
        assertThat(tape.calls()).hasSize(Tape.MOST_CALLS).doesNotContain(both.get(0));
    }

    @Test
    void allElementsTogetherStayWithinWhatTheyShare() throws IOException {
        SharedMemory little = new SharedMemory(100_000);
        reply = Reply.json("y".repeat(20_000));
        List<Recorder> elements = IntStream.range(0, 10)
                .mapToObj(each -> new Recorder(little, Clock.systemUTC(), now::get))
                .toList();
        for (Recorder each : elements) {
            each.start(MINUTE);
            for (int i = 0; i < 3; i++) {
                call(each, null);
            }
        }
        assertThat(little.taken()).isPositive().isLessThanOrEqualTo(100_000);
        elements.forEach(Recorder::forget);
        assertThat(little.taken()).isZero();
    }

    @Test
    void theSameRequestIsCountedUntilItSucceeds() throws IOException {
        recorder.start(MINUTE);
        reply = Reply.error("503 Busy", "{}");
        call();
        call();
        reply = Reply.json("{}");
        call();
        call();

        assertThat(recorder.calls()).extracting(RecordedCall::attempt).containsExactly(1, 2, 3, 1);
    }

    @Test
    void whatIsNotTextIsNotKept() throws IOException {
        recorder.start(MINUTE);
        reply = new Reply("200 OK", "", "s\0e\0c\0r\0e\0t");
        call();

        assertThat(answered()).isEqualTo(new Body("", "", 11, true, "not text"));
    }

    @Test
    void theRequestIsRecordedToo() throws IOException {
        recorder.start(MINUTE);
        call(recorder, Call.Body.json("{\"note\":\"planted-secret\",\"password\":\"other\"}"));

        RecordedCall call = recorder.calls().get(0);
        assertThat(call.request().method()).isEqualTo("POST");
        assertThat(call.request().url()).isEqualTo(vendor.base() + "/x?a=1");
        assertThat(call.request().body().text()).isEqualTo("{\"note\":\"***\",\"password\":\"***\"}");
        assertThat(call.response().orElseThrow().status()).isEqualTo(200);
        assertThat(call.response().orElseThrow().reason()).isEqualTo("OK");
    }

    @Test
    void aFaultOfTheRecordingIsNoFaultOfTheCall() throws IOException {
        recorder.start(MINUTE);
        Call call = new Call("GET", vendor.base(), Map.of(), null);
        // no secrets at all: masking fails
        try (Seen seen = recorder.begins("id", call, new Redaction(null, Set.of(), Set.of(), false));
                Answer answer = transport.send(call)) {
            seen.answered(answer);
            answer.readOn();
        }
        assertThat(recorder.calls()).isEmpty();
    }
}
