/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often a session logs in by itself, whatever the vendor answers: a few times in a row, as when a token ends while a
 * login fails, and then one in ten seconds. Reckons in monotonic time. Not thread-safe.
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

    /** @return whether there may be a login now, which then counts */
    boolean take() {
        reckon();
        if (credit < NANOS_FOR_ONE) {
            return false;
        }
        credit -= NANOS_FOR_ONE;
        return true;
    }

    /** Begins anew: somebody wants a login, which may always be. */
    void restart() {
        credit = AT_ONCE * NANOS_FOR_ONE;
    }

    /** How long until there may be one. */
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
