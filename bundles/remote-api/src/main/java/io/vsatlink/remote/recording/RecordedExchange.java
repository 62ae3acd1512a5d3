/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.recording.RecordedCall.Request;
import io.vsatlink.api.recording.RecordedCall.Response;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.BodyCopy;
import io.vsatlink.remote.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that is being recorded, on its own thread. */
final class RecordedExchange implements CallObserver.Seen {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedExchange.class);

    private final String id;
    private final Call call;
    private final Redaction redaction;
    private final Tape tape;
    private final LongSupplier nanoTime;
    private final Instant started;
    private final long start;
    private final BodyCopy copy = new BodyCopy(RecordedBodies.MOST_BYTES);
    private Answer answer;
    private long answered;
    private String failure = "";

    RecordedExchange(String id, Call call, Redaction redaction, Tape tape, Instant started, LongSupplier nanoTime) {
        this.id = id;
        this.call = call;
        this.redaction = redaction;
        this.tape = tape;
        this.nanoTime = nanoTime;
        this.started = started;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public void answered(Answer seen) {
        answered = nanoTime.getAsLong();
        answer = seen;
        seen.copyTo(copy);
    }

    @Override
    public VendorException failed(VendorException why) {
        failure = why.getMessage();
        return why;
    }

    @Override
    public void close() {
        try {
            tape.add(recorded());
        } catch (RuntimeException | StackOverflowError e) {
            // a fault of ours, and no reason for a poll to fail
            LOG.warn("A call could not be recorded: {}", e.toString());
        }
    }

    private RecordedCall recorded() {
        long end = nanoTime.getAsLong();
        long came = answer == null ? end : answered;
        RecordedBodies bodies = new RecordedBodies(redaction);
        Request request = new Request(
                call.method(), redaction.url(call), redaction.request(call.headers()), bodies.of(call.body()));
        boolean good = answer != null && answer.status() < 400 && failure.isEmpty();
        return new RecordedCall(
                id,
                tape.attempt(request, good),
                started,
                Duration.ofNanos(came - start),
                Duration.ofNanos(end - came),
                request,
                Optional.ofNullable(answer)
                        .map(seen -> new Response(
                                seen.status(),
                                redaction.text(seen.reason()),
                                redaction.response(seen.headers()),
                                bodies.of(copy, seen))),
                redaction.text(failure));
    }
}
