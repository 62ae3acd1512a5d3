/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.inventory;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The rows of a dataset that a batch refers to, by the value they are looked up with. */
final class Related {
    /** What a store takes in one look-up. */
    private static final int VALUES_AT_ONCE = 1_000;

    private final Map<String, List<Row>> byValue;

    private Related(Map<String, List<Row>> byValue) {
        this.byValue = byValue;
    }

    /** Reads them, in the order of their keys. */
    static Related find(Snapshot snapshot, Dataset dataset, String column, Stream<String> values) {
        List<String> wanted = values.filter(Objects::nonNull).distinct().toList();
        Map<String, List<Row>> byValue = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += VALUES_AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + VALUES_AT_ONCE, wanted.size()));
            for (Row row : snapshot.find(dataset, column, some)) {
                byValue.computeIfAbsent(row.text(column), value -> new ArrayList<>())
                        .add(row);
            }
        }
        return new Related(byValue);
    }

    /** All rows with this value; none for null. */
    List<Row> all(String value) {
        return byValue.getOrDefault(value, List.of());
    }

    /** The one row with this key, null where there is none. */
    Row one(String key) {
        List<Row> rows = all(key);
        return rows.isEmpty() ? null : rows.get(0);
    }

    Stream<Row> stream() {
        return byValue.values().stream().flatMap(List::stream);
    }
}
