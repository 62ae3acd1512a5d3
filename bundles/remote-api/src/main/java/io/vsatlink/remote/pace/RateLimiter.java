/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Determines when the next request may be sent: evenly spaced, and none during a pause that the vendor asked for. If
 * the vendor reports too many requests, the intervals grow, and shrink again while calls succeed. Uses monotonic time,
 * so that a jump of the wall clock neither stalls nor floods. Thread-safe.
 */
final class RateLimiter {
    private static final long FIRST_SLOWER_GAP = Duration.ofMillis(250).toNanos();
    private static final long WIDEST_GAP = Duration.ofSeconds(16).toNanos();

    /** Each success takes this fraction (1/20) off the interval: from 1 s to 100 ms takes about fifty. */
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

    /** @param perSecond the number of requests in a second; 0 for no limit */
    synchronized void limit(double perSecond) {
        gap = perSecond == 0 ? 0 : Math.round(Duration.ofSeconds(1).toNanos() / perSecond);
    }

    /** Reserves the next slot, and returns the nanoseconds that the caller has to wait for it. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long slot = later(now, later(next, pausedUntil));
        next = slot + Math.max(gap, slowerGap);
        return slot - now;
    }

    /** Doubles the intervals, but only once for all calls that were in progress together. */
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

    /** Starts a pause. A call that already has a slot checks {@link #pause} before it is sent. */
    synchronized void pauseFor(Duration wait) {
        pausedUntil = later(pausedUntil, nanoTime.getAsLong() + wait.toNanos());
    }

    /** The remaining nanoseconds of the pause; 0 if there is none. */
    synchronized long pause() {
        return Math.max(0, pausedUntil - nanoTime.getAsLong());
    }

    /** Compares by difference: the origin of monotonic time is arbitrary, and it may overflow. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
