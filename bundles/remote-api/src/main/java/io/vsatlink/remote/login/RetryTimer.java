/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.pace.Consequence;
import io.vsatlink.remote.pace.PatientCaller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** When to try again: told by the wall clock, kept by monotonic time, so that a clock that is set changes nothing. */
public final class RetryTimer {
    /** A vendor that could not be asked is asked again after this long. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** A vendor that takes none of its tokens is asked again after this long at the latest. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final LongSupplier nanoTime;
    private boolean set;
    private long at;
    private int refusedTokens;

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

    /** When to log in again after a failure; empty where nothing but a person can mend it, and no time is set. */
    public synchronized Optional<Instant> after(VendorException failure) {
        if (Consequence.of(failure) == Consequence.STOP) {
            return Optional.empty();
        }
        if (failure instanceof Unauthorized) {
            return Optional.of(in(afterToken()));
        }
        Optional<Duration> asked =
                failure instanceof Unavailable unavailable ? PatientCaller.pause(unavailable) : Optional.empty();
        return Optional.of(in(asked.filter(pause -> pause.compareTo(PAUSE) > 0).orElse(PAUSE)));
    }

    /** Twice as long from time to time: each login that gives such a token is a login for nothing. */
    private Duration afterToken() {
        Duration pause = PAUSE.multipliedBy(1L << refusedTokens);
        if (pause.compareTo(LONGEST) >= 0) {
            return LONGEST;
        }
        refusedTokens++;
        return pause;
    }

    /** A call was answered: the token is good. */
    public synchronized void works() {
        refusedTokens = 0;
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
