/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which requests wait for their next attempt, and for how long, in monotonic time. The outbox keeps the same by the wall
 * clock, which survives a restart and may be set back. Thread-safe.
 */
final class Waits {
    private final LongSupplier nanoTime;
    private final Map<Long, Long> until = new HashMap<>();

    Waits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void begin(long request, Duration wait) {
        until.put(request, nanoTime.getAsLong() + wait.toNanos());
    }

    /** Those whose wait is over. */
    synchronized List<Long> over() {
        long now = nanoTime.getAsLong();
        return until.entrySet().stream()
                .filter(wait -> now - wait.getValue() >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized void forget(Collection<Long> requests) {
        until.keySet().removeAll(List.copyOf(requests));
    }
}
