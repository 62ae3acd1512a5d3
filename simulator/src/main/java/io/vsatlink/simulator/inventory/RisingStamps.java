/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import java.time.Clock;
import java.time.Instant;

/**
 * Creates times of changes. Each is later than all before it, even if the clock stands still or was set back.
 * Thread-safe.
 */
public final class RisingStamps {
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    public RisingStamps(Clock clock) {
        this.clock = clock;
    }

    public synchronized String next() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last.toString();
    }
}
