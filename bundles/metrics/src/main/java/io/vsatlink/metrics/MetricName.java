/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage.Title;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Builds the names of metrics as Prometheus recommends: the subject, the reading, and the unit at the end. */
final class MetricName {

    private MetricName() {}

    /** @param unit the unit of the reading, or of the value that it was converted to; empty if there is none */
    static String of(Title title, Parameter reading, String unit) {
        List<String> words = new ArrayList<>(words(reading.attribute()));
        // this suffix is reserved for counters
        if (words.remove("total")) {
            words.add(0, "total");
        }
        List<String> unitWords = words(unit);
        words.removeAll(unitWords);
        words.addAll(unitWords);
        List<String> all = new ArrayList<>(List.of("vsatlink"));
        all.addAll(words(title.type()));
        if (!title.row().isEmpty()) {
            all.add("dataset");
        }
        all.addAll(words);
        return String.join("_", all);
    }

    /** Converts a text without units: {@code FileExportStatus} becomes {@code file_export_status}. */
    static String snake(String name) {
        return String.join("_", words(name));
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }
}
