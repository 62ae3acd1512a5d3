package io.vsatlink.vendor.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says when the next request may leave: evenly spaced, and none while the vendor asked for a pause. Reckons in monotonic
 * time, so that a wall clock that jumps neither stalls nor floods. Thread-safe.
 */
final class RateLimiter {
    private final LongSupplier nanoTime;
    private long gap;
    private long next;
    private long pausedUntil;

    RateLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
        this.pausedUntil = next;
    }

    /** @param perSecond requests in a second, 0 for no limit */
    synchronized void limit(long perSecond) {
        gap = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Takes the next free place; the caller then waits for so many nanoseconds. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long slot = later(now, later(next, pausedUntil));
        next = slot + gap;
        return slot - now;
    }

    /** Lets nothing leave for a while. Who has a place already asks {@link #pause} before it goes. */
    synchronized void pauseFor(Duration wait) {
        pausedUntil = later(pausedUntil, nanoTime.getAsLong() + wait.toNanos());
    }

    /** Nanoseconds that the pause still lasts, 0 where there is none. */
    synchronized long pause() {
        return Math.max(0, pausedUntil - nanoTime.getAsLong());
    }

    /** By difference: the origin of monotonic time is arbitrary, and it may overflow. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
