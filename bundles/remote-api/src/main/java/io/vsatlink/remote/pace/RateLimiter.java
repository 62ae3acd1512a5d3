/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says when the next request may leave: evenly spaced, and none while the vendor asked for a pause. Where the vendor says
 * that we ask too often the spaces grow, and shrink again while all goes well. Reckons in monotonic time, so that a wall
 * clock that jumps neither stalls nor floods. Thread-safe.
 */
final class RateLimiter {
    private static final long FIRST_SLOWER_GAP = Duration.ofMillis(250).toNanos();
    private static final long WIDEST_GAP = Duration.ofSeconds(16).toNanos();

    /** As much of the space goes with each success: from a second to a tenth it takes about fifty. */
    private static final long SHRINKS_BY = 20;

    private final LongSupplier nanoTime;
    private long gap;
    private long slowerGap;
    private long next;
    private long pausedUntil;
    private long slowedAt;

    RateLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
        this.pausedUntil = next;
        this.slowedAt = next;
    }

    /** @param perSecond requests in a second, 0 for no limit */
    synchronized void limit(long perSecond) {
        gap = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Takes the next free place; the caller then waits for so many nanoseconds. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long slot = later(now, later(next, pausedUntil));
        next = slot + Math.max(gap, slowerGap);
        return slot - now;
    }

    /** Widens the spaces: twice as wide, but once for all calls that were under way together. */
    synchronized void throttled() {
        long now = nanoTime.getAsLong();
        if (slowerGap > 0 && now - slowedAt < slowerGap) {
            return;
        }
        slowedAt = now;
        slowerGap = Math.min(WIDEST_GAP, Math.max(FIRST_SLOWER_GAP, 2 * Math.max(gap, slowerGap)));
        next = later(next, now + slowerGap);
    }

    synchronized void succeeded() {
        slowerGap -= slowerGap / SHRINKS_BY;
        if (slowerGap <= Math.max(gap, FIRST_SLOWER_GAP / SHRINKS_BY)) {
            slowerGap = 0;
        }
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
