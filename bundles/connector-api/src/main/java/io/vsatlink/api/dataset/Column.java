/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.dataset;

import java.util.Objects;

/**
 * A column of a listing.
 *
 * @param name the field's name, as in exports, tables and events
 * @param type the kind of its values
 * @param lookup whether a store finds rows by this column without reading the whole dataset
 */
public record Column(String name, ColumnType type, boolean lookup) {

    /**
     * The longest text that a database can keep in one column, in UTF-16 units. Longer texts are valid too: stores
     * keep them completely.
     */
    public static final int MAX_TEXT = 32_672;

    /** The longest key, and the longest value of a {@link #lookup} column, in UTF-16 units. */
    public static final int MAX_KEY = 255;

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    public static Column text(String name) {
        return new Column(name, ColumnType.TEXT, false);
    }

    public static Column lookup(String name) {
        return new Column(name, ColumnType.TEXT, true);
    }

    public static Column integer(String name) {
        return new Column(name, ColumnType.INTEGER, false);
    }

    public static Column decimal(String name) {
        return new Column(name, ColumnType.DECIMAL, false);
    }

    public static Column bool(String name) {
        return new Column(name, ColumnType.BOOLEAN, false);
    }

    public static Column time(String name) {
        return new Column(name, ColumnType.TIME, false);
    }

    public static Column objects(String name) {
        return new Column(name, ColumnType.OBJECTS, false);
    }
}
