/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by name. Expected names are listed first, even if their count is 0; other names follow in order. Thread-safe.
 */
public final class Tally {
    private final List<String> expected;
    private final Map<String, Long> byName = new TreeMap<>();

    public Tally(List<String> expected) {
        this.expected = List.copyOf(expected);
    }

    public synchronized void count(String name) {
        byName.merge(name, 1L, Long::sum);
    }

    public synchronized Map<String, Object> counts() {
        List<String> names = new ArrayList<>(expected);
        byName.keySet().stream().filter(name -> !expected.contains(name)).forEach(names::add);
        Map<String, Object> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.put(name, byName.getOrDefault(name, 0L)));
        return counts;
    }

    public synchronized void clear() {
        byName.clear();
    }
}
