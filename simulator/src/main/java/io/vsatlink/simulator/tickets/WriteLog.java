/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every write since the start in its order, for tests that verify the actual effects. Thread-safe. */
public final class WriteLog {
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Integer> refused = new LinkedHashMap<>();

    synchronized void add(
            String time,
            Write.Kind kind,
            String ticketId,
            String externalId,
            Author author,
            Map<String, Object> asked,
            Map<String, Object> changed) {
        writes.add(new Write(writes.size() + 1L, time, kind, ticketId, externalId, author, asked, changed));
    }

    /** Records an attempt to reuse an externalId. */
    synchronized void refused(String externalId) {
        refused.merge(externalId, 1, Integer::sum);
    }

    public synchronized List<Write> all() {
        return List.copyOf(writes);
    }

    /**
     * Returns, for each externalId, the number of tickets and notes, of updates of its ticket, and of refused attempts.
     */
    public synchronized Map<String, Object> references() {
        Map<String, Map<String, Object>> counts = new LinkedHashMap<>();
        for (Write write : writes) {
            if (write.externalId() != null) {
                add(counts, write.externalId(), counter(write.kind()), 1);
            }
        }
        refused.forEach((externalId, times) -> add(counts, externalId, "refused", times));
        return new LinkedHashMap<>(counts);
    }

    private static String counter(Write.Kind kind) {
        return switch (kind) {
            case CREATE -> "tickets";
            case UPDATE -> "updates";
            case NOTE -> "notes";
        };
    }

    private static void add(Map<String, Map<String, Object>> counts, String externalId, String counter, int times) {
        Map<String, Object> of = counts.computeIfAbsent(externalId, none -> zeros());
        of.merge(counter, times, (a, b) -> (Integer) a + (Integer) b);
    }

    private static Map<String, Object> zeros() {
        Map<String, Object> zeros = new LinkedHashMap<>();
        List.of("tickets", "updates", "notes", "refused").forEach(counter -> zeros.put(counter, 0));
        return zeros;
    }
}
