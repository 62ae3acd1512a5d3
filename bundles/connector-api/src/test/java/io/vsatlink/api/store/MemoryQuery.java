/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a query means, as plainly as it can be said: for rows in memory, and to compare other stores with. */
final class MemoryQuery {
    private MemoryQuery() {}

    static RowPage page(RowQuery query, List<Row> all) {
        List<Row> matching = all.stream()
                .filter(row -> matches(query, row))
                .sorted(order(query))
                .toList();
        List<Row> page = matching.stream()
                .filter(row -> query.after() == null || order(query).compare(row, query.after()) > 0)
                .limit(query.limit())
                .toList();
        return new RowPage(page, matching.size());
    }

    static boolean matches(RowQuery query, Row row) {
        return query.filters().entrySet().stream()
                        .allMatch(filter -> matches(row.get(filter.getKey()), filter.getValue()))
                && (query.search().isEmpty()
                        || row.values().stream().anyMatch(value -> matches(value, query.search())));
    }

    private static boolean matches(Object value, String lowerCase) {
        if (value instanceof String text) {
            return text.toLowerCase(Locale.ROOT).contains(lowerCase);
        }
        if (value instanceof TimeValue time) {
            return matches(time.text(), lowerCase);
        }
        return value != null && value.toString().equals(lowerCase);
    }

    @SuppressWarnings("unchecked") // all values of a column are of one type, which compares
    private static Comparator<Row> order(RowQuery query) {
        Comparator<Row> ascending = Comparator.comparing(
                        (Row row) -> (Comparable<Object>)
                                (row.get(query.orderBy()) instanceof TimeValue time
                                        ? time.instant()
                                        : row.get(query.orderBy())),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Row::key);
        return query.descending() ? ascending.reversed() : ascending;
    }
}
