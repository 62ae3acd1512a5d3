/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The number of retries left for all calls together: a vendor that is down must not receive five times as many calls as
 * one that is up. Each success earns a fifth of a retry, and elapsed time earns some. Thread-safe.
 */
final class RetryBudget {
    private static final double MOST = 40;
    private static final double AT_REST = 20;
    private static final double PER_SUCCESS = 0.2;
    private static final double NANOS_FOR_ONE = Duration.ofSeconds(6).toNanos();

    private final LongSupplier nanoTime;
    private double left = AT_REST;
    private long reckoned;

    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.reckoned = nanoTime.getAsLong();
    }

    synchronized void succeeded() {
        left = Math.min(MOST, left + PER_SUCCESS);
    }

    /** @return false if no retry is left */
    synchronized boolean spend() {
        long now = nanoTime.getAsLong();
        if (left < AT_REST) {
            left = Math.min(AT_REST, left + (now - reckoned) / NANOS_FOR_ONE);
        }
        reckoned = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
