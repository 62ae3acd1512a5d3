/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits the calls per minute, smoothed: 60 per minute means one per second and never two, however long there were no
 * calls. A refused call does not count. Thread-safe.
 */
final class SpikeArrest {
    private final LongSupplier nanos;
    private long interval;
    private long lastAdmitted;

    /** @param perMinute 0 for no limit */
    SpikeArrest(int perMinute, LongSupplier nanos) {
        this.nanos = nanos;
        set(perMinute);
    }

    synchronized void set(int perMinute) {
        interval = perMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / perMinute;
        lastAdmitted = nanos.getAsLong() - interval;
    }

    synchronized boolean admits() {
        long now = nanos.getAsLong();
        if (now - lastAdmitted < interval) {
            return false;
        }
        lastAdmitted = now;
        return true;
    }
}
