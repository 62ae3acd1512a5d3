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

/**
 * The time of the next login attempt: reported as wall-clock time, but measured in monotonic time, so that changing the
 * clock has no effect. Thread-safe.
 */
public final class RetryTimer {
    /** The wait after a vendor could not be reached. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** The longest wait after a vendor refused its own token. */
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

    /** @return the wall-clock time, for people */
    public synchronized Instant in(Duration wait) {
        set = true;
        at = nanoTime.getAsLong() + wait.toNanos();
        return clock.instant().plus(wait);
    }

    /** Sets and returns the time of the next login after a failure; empty, and not set, if only a person can fix it. */
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

    /** Doubles from attempt to attempt: a login whose token is refused achieves nothing. */
    private Duration afterToken() {
        Duration pause = PAUSE.multipliedBy(1L << refusedTokens);
        if (pause.compareTo(LONGEST) >= 0) {
            return LONGEST;
        }
        refusedTokens++;
        return pause;
    }

    /** A call succeeded: the token is accepted. */
    public synchronized void works() {
        refusedTokens = 0;
    }

    public synchronized void clear() {
        set = false;
    }

    public synchronized boolean due() {
        return set && nanoTime.getAsLong() - at >= 0;
    }

    /** Whether a time is set, even if it has passed. */
    public synchronized boolean set() {
        return set;
    }
}
