/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prometheus' text format. The samples of a name are grouped below its help text. */
final class Exposition {
    private final Map<String, StringBuilder> families = new TreeMap<>();

    /** @param labels values by name; their order is kept */
    void add(String name, String help, Map<String, String> labels, long value) {
        families.computeIfAbsent(name, each -> head(each, help))
                .append(name)
                .append(text(labels))
                .append(' ')
                .append(value)
                .append('\n');
    }

    String text() {
        return String.join("", families.values());
    }

    private static StringBuilder head(String name, String help) {
        return new StringBuilder("# HELP " + name + " " + escaped(help) + "\n# TYPE " + name + " gauge\n");
    }

    private static String text(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : labels.entrySet().stream()
                        .map(label -> label.getKey() + "=\""
                                + escaped(label.getValue()).replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
