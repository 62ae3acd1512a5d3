/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The age of something dated by the wall clock, for one thing at a time. Setting the clock makes nothing
 * younger: once read, an age grows by monotonic time, and a date in the future was set before the clock was put
 * back. Thread-safe.
 */
public final class Age {
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Instant begin;
    private final long beginNanos;
    private Instant dated;
    private Duration then = Duration.ZERO;
    private long thenNanos;

    public Age(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.begin = clock.instant();
        this.beginNanos = nanoTime.getAsLong();
    }

    /** Never negative. */
    public synchronized Duration of(Instant date) {
        long nanos = nanoTime.getAsLong();
        if (!date.equals(dated)) {
            Instant now = clock.instant();
            // the time of a clock that was not set since the start
            Instant unset = begin.plusNanos(nanos - beginNanos);
            Duration age = Duration.between(date, date.isAfter(now) ? unset : now);
            dated = date;
            then = age.isNegative() ? Duration.ZERO : age;
            thenNanos = nanos;
        }
        return then.plusNanos(nanos - thenNanos);
    }
}
