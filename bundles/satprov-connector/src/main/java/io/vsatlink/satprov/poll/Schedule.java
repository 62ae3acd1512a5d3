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

    /** Longer than any interval, and short enough to reckon with. */
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
        retry = null;
    }

    /** Makes it due again so long after now, if its interval is not over before. */
    void retry(Duration pause) {
        retry = new Retry(clock.instant().plus(pause), in(pause));
    }

    /** Takes what is known of an earlier start of the container; where that lies in the future the clock was set. */
    void recall(Instant earlier) {
        startedAt = earlier;
        startedNanos = nanoTime.getAsLong() - age(earlier).toNanos();
    }

    /** As {@link #retry}, so long after a moment of an earlier start. */
    void recallRetry(Instant earlier, Duration pause) {
        retry = new Retry(earlier.plus(pause), in(pause.minus(age(earlier))));
    }

    private Duration age(Instant earlier) {
        Duration age = Duration.between(earlier, clock.instant());
        return age.isNegative() ? Duration.ZERO : age.compareTo(OLDEST) > 0 ? OLDEST : age;
    }

    /** As if nothing had ever begun. */
    void forget() {
        startedAt = null;
        retry = null;
    }

    /** When the last poll began, by the wall clock of then; null where none did. */
    Instant startedAt() {
        return startedAt;
    }

    boolean due(Duration interval) {
        return startedAt == null || elapsed().compareTo(interval) >= 0 || (retry != null && over(retry.at()));
    }

    /** When it is due, by the wall clock as it goes now; null where nothing was ever begun. */
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

    /** As planned, unless the clock was set meanwhile: what people see must not change with every look. */
    private Instant shown(Instant planned, Duration left) {
        Instant real = clock.instant().plus(left);
        return Duration.between(planned, real).abs().compareTo(UNNOTICED) < 0 ? planned : real;
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedNanos);
    }
}
