/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.traffic;

import io.vsatlink.simulator.http.Call;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits the calls in any one second, by a sliding window over the accepted calls; a refused call does not count. After
 * one second without calls the complete quota is available again, so that "Retry-After: 1" is correct. Thread-safe.
 */
public final class Quota {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final boolean saysRetryAfter;
    private final long[] admitted;
    private int oldest;

    /** @param perSecond 0 for no quota */
    public Quota(int perSecond, boolean saysRetryAfter, LongSupplier nanos) {
        this.nanos = nanos;
        this.saysRetryAfter = saysRetryAfter;
        this.admitted = new long[perSecond];
        Arrays.fill(admitted, nanos.getAsLong() - WINDOW);
    }

    public synchronized boolean admits() {
        if (admitted.length == 0) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - admitted[oldest] < WINDOW) {
            return false;
        }
        admitted[oldest] = now;
        oldest = (oldest + 1) % admitted.length;
        return true;
    }

    public void refuse(Call call) throws IOException {
        if (saysRetryAfter) {
            call.answerHeaders().put("Retry-After", "1");
        }
        call.error(429, "quota_exceeded", "More than " + admitted.length + " calls in a second.");
    }
}
