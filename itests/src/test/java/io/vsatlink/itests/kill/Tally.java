/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.util.Map;
import java.util.TreeMap;

/** Counts events. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void count(String what, boolean met) {
        counts.merge(what, met ? 1L : 0L, Long::sum);
    }

    long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** A Markdown list. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        counts.forEach((what, count) ->
                lines.append("- ").append(what).append(": ").append(count).append('\n'));
        return lines.toString();
    }
}
