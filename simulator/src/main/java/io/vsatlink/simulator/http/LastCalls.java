/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The most recent calls, the oldest first. Stores the kind of credentials that were sent, but never their content.
 * Thread-safe.
 */
public final class LastCalls {
    private static final int REMEMBERED = 1000;
    private static final List<String> CREDENTIALS =
            List.of("Authorization", "Proxy-Authorization", "Cookie", "x-apikey");

    private final Clock clock;
    private final Deque<Map<String, Object>> entries = new ArrayDeque<>();

    public LastCalls(Clock clock) {
        this.clock = clock;
    }

    /** @param more further fields to store */
    public synchronized void add(Call call, Duration took, Map<String, Object> more) {
        Map<String, Object> credentials = new LinkedHashMap<>();
        CREDENTIALS.forEach(name -> credentials.put(name, call.header(name).isPresent()));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("time", clock.instant().toString());
        entry.put("method", call.method());
        entry.put("target", call.target());
        entry.put("status", call.status());
        entry.put("ms", took.toMillis());
        entry.put("credentials", credentials);
        entry.putAll(more);
        if (entries.size() == REMEMBERED) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    public synchronized List<Map<String, Object>> all() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }
}
