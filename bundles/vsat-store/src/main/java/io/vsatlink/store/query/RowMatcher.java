/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.query;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.store.RowQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Defines the meaning of a {@link RowQuery}: which rows match, and their order. Defined only here, so that it is the same in
 * every database, whatever its collation and casts. Thread-safe.
 *
 * @param query with its texts in lower case
 */
public record RowMatcher(RowQuery query) {

    /** The columns that {@link #matches} and {@link #order} need, including the key. */
    public List<Column> columnsNeeded() {
        Listing listing = query.listing();
        if (!query.search().isEmpty()) {
            return listing.columns();
        }
        Set<String> names = new TreeSet<>(query.filters().keySet());
        names.add(query.orderBy());
        names.add(listing.keyColumn().name());
        return listing.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    public boolean matches(Row row) {
        Listing listing = query.listing();
        for (Map.Entry<String, String> filter : query.filters().entrySet()) {
            if (!matches(listing.indexOf(filter.getKey()), row, filter.getValue())) {
                return false;
            }
        }
        if (query.search().isEmpty()) {
            return true;
        }
        for (int i = 0; i < listing.columns().size(); i++) {
            if (matches(i, row, query.search())) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int index, Row row, String text) {
        Object value = row.values().get(index);
        if (value == null) {
            return false;
        }
        return switch (query.listing().columns().get(index).type()) {
            case TEXT, OBJECTS -> contains((String) value, text);
            case TIME -> contains(((TimeValue) value).text(), text);
            case INTEGER, DECIMAL, BOOLEAN -> value.toString().equals(text);
        };
    }

    /** Makes no lower-case copy of each value, because most positions differ in the first character. */
    private static boolean contains(String value, String lowerCase) {
        int length = lowerCase.length();
        char first = lowerCase.charAt(0);
        for (int i = 0; i <= value.length() - length; i++) {
            if (Character.toLowerCase(value.charAt(i)) == first && value.regionMatches(true, i, lowerCase, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** A total order: no two rows of a generation are equal in it. */
    public Comparator<Row> order() {
        int index = query.listing().indexOf(query.orderBy());
        Comparator<Row> byValue = Comparator.comparing(row -> row.values().get(index), Comparator.nullsLast(values()));
        Comparator<Row> ascending = byValue.thenComparing(Row::key);
        return query.descending() ? ascending.reversed() : ascending;
    }

    @SuppressWarnings("unchecked") // all values of a column are of its type, and all of these compare
    private Comparator<Object> values() {
        Listing listing = query.listing();
        ColumnType type =
                listing.columns().get(listing.indexOf(query.orderBy())).type();
        return type == ColumnType.TIME
                ? Comparator.comparing(value -> ((TimeValue) value).instant())
                : (one, other) -> ((Comparable<Object>) one).compareTo(other);
    }
}
