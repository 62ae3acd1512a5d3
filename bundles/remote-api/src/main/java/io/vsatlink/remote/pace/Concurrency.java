/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

/**
 * How many calls may be under way at once: what is set, halved whenever the vendor says that it is too much, and growing
 * back one by one while all goes well. Thread-safe.
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

    /** Calls that may be under way now, at least 1. */
    public synchronized int allowed() {
        return allowed;
    }

    synchronized void throttled() {
        allowed = Math.max(1, allowed / 2);
        successes = 0;
    }

    synchronized void succeeded() {
        // as many as are under way: what was sent before the vendor complained says nothing
        if (allowed < most && ++successes >= 2 * allowed) {
            allowed++;
            successes = 0;
        }
    }
}
