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

/** A clock that stands until a test moves it, in UTC. Thread-safe. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** Stands at an instant that no test depends on. */
    public MovableClock() {
        this(Instant.parse("2026-11-24T22:00:00Z"));
    }

    public MovableClock(Instant start) {
        now = start;
    }

    /** @param by negative where somebody sets the clock back */
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
