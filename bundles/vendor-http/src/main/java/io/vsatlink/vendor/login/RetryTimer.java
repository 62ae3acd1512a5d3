package io.vsatlink.vendor.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** When to try again: told by the wall clock, kept by monotonic time, so that a clock that is set changes nothing. */
public final class RetryTimer {
    private final Clock clock;
    private final LongSupplier nanoTime;
    private boolean set;
    private long at;

    public RetryTimer(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** @return the time by the wall clock, for people */
    public synchronized Instant in(Duration wait) {
        set = true;
        at = nanoTime.getAsLong() + wait.toNanos();
        return clock.instant().plus(wait);
    }

    public synchronized void clear() {
        set = false;
    }

    public synchronized boolean due() {
        return set && nanoTime.getAsLong() - at >= 0;
    }

    /** Whether there is a time to wait for, over or not. */
    public synchronized boolean set() {
        return set;
    }
}
