/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that only moves when the test moves it. Thread-safe. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** Starts at an arbitrary instant. */
    public MovableClock() {
        this(Instant.parse("2026-11-24T22:00:00Z"));
    }

    public MovableClock(Instant start) {
        now = start;
    }

    /** @param by negative to set the clock back */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    public synchronized void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }
}
