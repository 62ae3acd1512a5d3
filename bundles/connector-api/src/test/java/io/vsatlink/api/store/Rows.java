/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows for tests. */
public final class Rows {
    private static final TimeValue MODIFIED = time("2026-11-21T02:00:00+01:00");

    private Rows() {}

    /** A time, written in the usual form. */
    public static TimeValue time(String text) {
        return new TimeValue(text, OffsetDateTime.parse(text).toInstant());
    }

    /** A row with this key and these values, named and given in turn; all else is null. */
    public static Row row(Dataset dataset, String key, Object... namesAndValues) {
        Object[] values = new Object[dataset.columns().size()];
        values[dataset.indexOf(dataset.keyColumn().name())] = key;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values[dataset.indexOf((String) namesAndValues[i])] = namesAndValues[i + 1];
        }
        return new Row(dataset, Arrays.asList(values), null);
    }

    /** The same row with the fields that no column has. */
    public static Row withExtra(Row row, String extraJson) {
        return new Row(row.listing(), row.values(), extraJson);
    }

    /** A row that has a value in every column. */
    public static Row full(Dataset dataset, String key, int seed) {
        Object[] values = dataset.columns().stream()
                .map(column -> column.equals(dataset.keyColumn()) ? key : value(column, seed))
                .toArray();
        return new Row(dataset, Arrays.asList(values), null);
    }

    public static Row circuit(String circuitId, String status) {
        return row(Dataset.CIRCUITS, circuitId, "status", status);
    }

    /** Full circuits, their keys in ascending order. */
    public static List<Row> circuits(int from, int to, int seed) {
        return IntStream.range(from, to)
                .mapToObj(i -> full(Dataset.CIRCUITS, String.format("CIR-%07d", i), seed + i))
                .toList();
    }

    private static Object value(Column column, int seed) {
        return switch (column.type()) {
            case TEXT -> column.name() + " " + seed;
            case INTEGER -> (long) seed;
            case DECIMAL -> seed / 8.0;
            case BOOLEAN -> seed % 2 == 0;
            case TIME -> MODIFIED;
            case OBJECTS -> "[{\"name\":\"eth" + seed + "\"}]";
        };
    }
}
