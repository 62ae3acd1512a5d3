/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.remote.http.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Records the calls of one element while it is on, which ends by itself. Thread-safe. */
public final class Recorder implements CallObserver {
    public static final Duration USUAL = Duration.ofMinutes(10);
    public static final Duration LONGEST = Duration.ofHours(1);

    /** So long the calls are kept after the end. */
    static final Duration KEPT = Duration.ofHours(1);

    private final SharedMemory memory;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private Tape tape;
    private long forgetAt;
    /** Null while it is off: all that a call costs then. */
    private volatile On on;

    /**
     * @param deadline in monotonic time
     * @param until the same for people
     */
    private record On(Tape tape, long deadline, Instant until) {}

    public Recorder(SharedMemory memory, Clock clock, LongSupplier nanoTime) {
        this.memory = memory;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.tape = new Tape(memory);
    }

    @Override
    public Seen begins(String id, Call call, Redaction redaction) {
        On now = on;
        return now == null || isOver(now)
                ? Seen.NOTHING
                : new RecordedExchange(id, call, redaction, now.tape(), clock.instant(), nanoTime);
    }

    private boolean isOver(On when) {
        return nanoTime.getAsLong() - when.deadline() >= 0;
    }

    /**
     * Switches it on; if it is on already, it ends then instead.
     *
     * @throws IllegalArgumentException if the duration is not allowed
     */
    public synchronized Instant start(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a recording takes from 1 second to 1 hour");
        }
        if (until().isEmpty()) {
            tape.discard();
            tape = new Tape(memory);
        }
        Instant until = clock.instant().plus(duration);
        on = new On(tape, nanoTime.getAsLong() + duration.toNanos(), until);
        return until;
    }

    /** Switches it off. Calls under way are still recorded. */
    public synchronized void stop() {
        if (on != null) {
            forgetAt = (isOver(on) ? on.deadline() : nanoTime.getAsLong()) + KEPT.toNanos();
            on = null;
        }
    }

    /** When it ends by itself; empty if it is off. */
    public Optional<Instant> until() {
        On now = on;
        return now == null || isOver(now) ? Optional.empty() : Optional.of(now.until());
    }

    /** The calls, the oldest first. */
    public synchronized List<RecordedCall> calls() {
        return tape.calls();
    }

    /** Ends it in time, and forgets the calls in time; to be called now and then. */
    public synchronized void look() {
        if (on != null && isOver(on)) {
            stop();
        }
        if (on == null && forgetAt != 0 && nanoTime.getAsLong() - forgetAt >= 0) {
            forget();
        }
    }

    /** Switches it off, and forgets the calls. */
    public synchronized void forget() {
        on = null;
        forgetAt = 0;
        tape.discard();
        tape = new Tape(memory);
    }
}
