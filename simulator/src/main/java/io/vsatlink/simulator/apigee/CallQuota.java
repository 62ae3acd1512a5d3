/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits the number of calls in each period, which begins with its first call. Can also refuse all calls for a while.
 * Thread-safe.
 */
final class CallQuota {
    private final LongSupplier nanos;
    private int calls;
    private long period;
    private long begun;
    private int used;
    private long exhaustedUntil;

    /** @param calls 0 for no limit */
    CallQuota(int calls, int seconds, LongSupplier nanos) {
        this.nanos = nanos;
        set(calls, seconds);
        exhaustedUntil = begun;
    }

    final synchronized void set(int callsAPeriod, int seconds) {
        calls = callsAPeriod;
        period = TimeUnit.SECONDS.toNanos(seconds);
        begun = nanos.getAsLong();
        used = 0;
    }

    /** Refuses all calls for this time, as if other clients had used up the quota. */
    synchronized void exhaust(int seconds) {
        exhaustedUntil = nanos.getAsLong() + TimeUnit.SECONDS.toNanos(seconds);
    }

    synchronized boolean admits() {
        long now = nanos.getAsLong();
        if (now - exhaustedUntil < 0) {
            return false;
        }
        if (used == 0 || now - begun >= period) {
            begun = now;
            used = 0;
        }
        if (calls > 0 && used == calls) {
            return false;
        }
        used++;
        return true;
    }
}
