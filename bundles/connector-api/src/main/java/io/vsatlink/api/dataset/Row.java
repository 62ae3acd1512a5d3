/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.dataset;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One row of a listing. Immutable; two rows are equal when every value is.
 *
 * @param listing the row's listing
 * @param values one for each of {@link Listing#columns()}, of {@link ColumnType#javaType()} or null
 * @param extraJson the fields without a column, as the text of one JSON object; null for none
 */
public record Row(Listing listing, List<Object> values, String extraJson) {

    /**
     * @throws IllegalArgumentException if the values do not fit the listing's columns, or the key is missing or has
     *     control characters, on whose order databases disagree
     */
    public Row {
        Objects.requireNonNull(listing, "listing");
        values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
        List<Column> columns = listing.columns();
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    listing.key() + " has " + columns.size() + " columns, not " + values.size());
        }
        int keyIndex = listing.keyIndex();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                continue;
            }
            Column column = columns.get(i);
            if (!column.type().javaType().isInstance(value)) {
                throw new IllegalArgumentException(column.name() + " is not of type " + column.type() + ": " + value);
            }
            if (value instanceof String text && (column.lookup() || i == keyIndex)) {
                requireFits(column.name(), text);
            }
        }
        String key = (String) values.get(keyIndex);
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("a row of " + listing.key() + " without its key "
                    + listing.keyColumn().name());
        }
        if (hasControls(key)) {
            throw new IllegalArgumentException(listing.keyColumn().name() + " has control characters");
        }
    }

    private static boolean hasControls(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isISOControl(key.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void requireFits(String name, String text) {
        if (text.length() > Column.MAX_KEY) {
            throw new IllegalArgumentException(
                    name + " is longer than " + Column.MAX_KEY + " characters: " + text.length());
        }
    }

    /** The value of the key column. */
    public String key() {
        return (String) values.get(listing.keyIndex());
    }

    /**
     * The value of the column with this name, null if the vendor sent none.
     *
     * @throws IndexOutOfBoundsException if the dataset has no such column
     */
    public Object get(String columnName) {
        return values.get(listing.indexOf(columnName));
    }

    /** {@link #get} for the columns that hold text. */
    public String text(String columnName) {
        return (String) get(columnName);
    }
}
