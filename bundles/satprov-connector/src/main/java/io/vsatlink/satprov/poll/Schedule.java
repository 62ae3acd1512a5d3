/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * When a dataset's last poll began and when the next is due. Uses monotonic time: setting the wall clock must neither stall
 * the polls nor start all at once. Not thread-safe.
 */
final class Schedule {
    private static final Duration UNNOTICED = Duration.ofSeconds(2);

    /** Longer than any interval, and short enough for arithmetic. */
    private static final Duration OLDEST = Duration.ofDays(3650);

    private final Clock clock;
    private final LongSupplier nanoTime;
    private Instant startedAt;
    private long startedNanos;
    private Retry retry;

    /**
     * A poll before the interval is over.
     *
     * @param planned by the wall clock of then
     * @param at in monotonic time
     */
    private record Retry(Instant planned, long at) {}

    /**
     * When a poll began.
     *
     * @param nanos in monotonic time
     */
    record Start(Instant at, long nanos) {}

    Schedule(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** A future moment, in monotonic time. */
    long in(Duration wait) {
        return nanoTime.getAsLong() + wait.toNanos();
    }

    /** Whether such a moment has come. */
    boolean over(long moment) {
        return nanoTime.getAsLong() - moment >= 0;
    }

    /** Now. */
    Start start() {
        return new Start(clock.instant(), nanoTime.getAsLong());
    }

    void begin(Start start) {
        startedAt = start.at();
        startedNanos = start.nanos();
        retry = null;
    }

    /** Makes it due after this time, unless its interval ends before. */
    void retry(Duration pause) {
        retry = new Retry(clock.instant().plus(pause), in(pause));
    }

    /** Applies the state of an earlier run of the container; a time in the future means that the clock was set. */
    void recall(Instant earlier) {
        startedAt = earlier;
        startedNanos = nanoTime.getAsLong() - age(earlier).toNanos();
    }

    /** As {@link #retry}, relative to a moment of an earlier run. */
    void recallRetry(Instant earlier, Duration pause) {
        retry = new Retry(earlier.plus(pause), in(pause.minus(age(earlier))));
    }

    private Duration age(Instant earlier) {
        Duration age = Duration.between(earlier, clock.instant());
        return age.isNegative() ? Duration.ZERO : age.compareTo(OLDEST) > 0 ? OLDEST : age;
    }

    /** Resets to the initial state. */
    void forget() {
        startedAt = null;
        retry = null;
    }

    /** When the last poll began, by the wall clock at that time; null for none. */
    Instant startedAt() {
        return startedAt;
    }

    boolean due(Duration interval) {
        return startedAt == null || elapsed().compareTo(interval) >= 0 || (retry != null && over(retry.at()));
    }

    /** When it is due, by the current wall clock; null if no poll ever began. */
    Instant next(Duration interval) {
        if (startedAt == null) {
            return null;
        }
        Duration left = interval.minus(elapsed());
        Duration untilRetry = retry == null ? left : Duration.ofNanos(retry.at() - nanoTime.getAsLong());
        return untilRetry.compareTo(left) < 0
                ? shown(retry.planned(), untilRetry)
                : shown(startedAt.plus(interval), left);
    }

    /** As planned, unless the clock was set in the meantime: the displayed time must not fluctuate. */
    private Instant shown(Instant planned, Duration left) {
        Instant real = clock.instant().plus(left);
        return Duration.between(planned, real).abs().compareTo(UNNOTICED) < 0 ? planned : real;
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedNanos);
    }
}
