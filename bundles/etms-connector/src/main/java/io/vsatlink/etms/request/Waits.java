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
 * The requests that wait for their next attempt, and how long, in monotonic time. The outbox stores the same in wall-clock
 * time, which survives a restart but may be set back. Thread-safe.
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

    /** The requests whose wait is over. */
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
