/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.dataset;

import java.util.List;

/**
 * A table that a vendor lists and the store keeps in generations: rows with columns and a unique key. The eight
 * {@link Dataset}s are listings, and so are the tickets of a ticketing platform. Immutable.
 */
public interface Listing {

    /** Its name, in camel case, for instance {@code contactInfo}; a store names its table after it. */
    String key();

    /** The columns, in display order. */
    List<Column> columns();

    /** The column that identifies a row: never null, unique within the listing's owner. */
    Column keyColumn();

    /** The place of {@link #keyColumn()} in {@link #columns()}. */
    int keyIndex();

    /** The place of a column in {@link #columns()} and in a {@link Row}'s values, or -1 if it does not exist. */
    default int indexOf(String columnName) {
        List<Column> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(columnName)) {
                return i;
            }
        }
        return -1;
    }
}
