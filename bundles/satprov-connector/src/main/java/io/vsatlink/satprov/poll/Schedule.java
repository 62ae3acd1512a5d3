package io.vsatlink.satprov.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * When a dataset was begun last and is due again. Reckons in monotonic time: a wall clock that is set must neither stall
 * the polls nor let loose all at once. Not thread-safe.
 */
final class Schedule {
    private static final Duration UNNOTICED = Duration.ofSeconds(2);

    private final Clock clock;
    private final LongSupplier nanoTime;
    private Instant startedAt;
    private long startedNanos;

    Schedule(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** A moment to come, in monotonic time. */
    long in(Duration wait) {
        return nanoTime.getAsLong() + wait.toNanos();
    }

    /** Whether such a moment has come. */
    boolean over(long moment) {
        return nanoTime.getAsLong() - moment >= 0;
    }

    void begin() {
        startedAt = clock.instant();
        startedNanos = nanoTime.getAsLong();
    }

    /** Takes what is known of an earlier start of the container; where that lies in the future the clock was set. */
    void recall(Instant earlier) {
        Duration age = Duration.between(earlier, clock.instant());
        startedAt = earlier;
        startedNanos = nanoTime.getAsLong() - (age.isNegative() ? 0 : age.toNanos());
    }

    /** As if nothing had ever begun. */
    void forget() {
        startedAt = null;
    }

    /** When the last poll began, by the wall clock of then; null where none did. */
    Instant startedAt() {
        return startedAt;
    }

    boolean due(Duration interval) {
        return startedAt == null || elapsed().compareTo(interval) >= 0;
    }

    /** When it is due, by the wall clock as it goes now; null where nothing was ever begun. */
    Instant next(Duration interval) {
        if (startedAt == null) {
            return null;
        }
        Instant planned = startedAt.plus(interval);
        Instant real = clock.instant().plus(interval).minus(elapsed());
        return Duration.between(planned, real).abs().compareTo(UNNOTICED) < 0 ? planned : real;
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedNanos);
    }
}
