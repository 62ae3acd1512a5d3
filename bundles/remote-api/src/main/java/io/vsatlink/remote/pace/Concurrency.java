/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

/**
 * The number of calls that may be in progress at the same time: the configured limit, halved whenever the vendor
 * reports too many requests, and restored one by one while calls succeed. Thread-safe.
 */
public final class Concurrency {
    private int most = 1;
    private int allowed = 1;
    private int successes;

    synchronized void limit(int calls) {
        if (calls != most) {
            most = calls;
            allowed = calls;
            successes = 0;
        }
    }

    /** The number of calls that may be in progress now, at least 1. */
    public synchronized int allowed() {
        return allowed;
    }

    synchronized void throttled() {
        allowed = Math.max(1, allowed / 2);
        successes = 0;
    }

    synchronized void succeeded() {
        // as many as are in progress: those sent before the complaint prove nothing
        if (allowed < most && ++successes >= 2 * allowed) {
            allowed++;
            successes = 0;
        }
    }
}
