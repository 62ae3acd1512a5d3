/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits how often a session logs in automatically, whatever the vendor responds: at most five times in a row, and then
 * once in ten seconds. Uses monotonic time. Not thread-safe.
 */
final class LoginPace {
    private static final int AT_ONCE = 5;
    private static final long NANOS_FOR_ONE = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanoTime;
    private long credit = AT_ONCE * NANOS_FOR_ONE;
    private long reckoned;

    LoginPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.reckoned = nanoTime.getAsLong();
    }

    /** @return whether a login is allowed now; if so, it is counted */
    boolean take() {
        reckon();
        if (credit < NANOS_FOR_ONE) {
            return false;
        }
        credit -= NANOS_FOR_ONE;
        return true;
    }

    /** Resets the limit, for a login that a person requested, which is always allowed. */
    void restart() {
        credit = AT_ONCE * NANOS_FOR_ONE;
    }

    /** The time until the next login is allowed; zero if it is allowed now. */
    Duration untilNext() {
        reckon();
        return Duration.ofNanos(Math.max(0, NANOS_FOR_ONE - credit));
    }

    private void reckon() {
        long now = nanoTime.getAsLong();
        credit = Math.min(AT_ONCE * NANOS_FOR_ONE, credit + Math.max(0, now - reckoned));
        reckoned = now;
    }
}
