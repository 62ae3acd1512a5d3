/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.List;

/**
 * A reading whose value is a table. Immutable.
 *
 * @param <T> the record type of a row
 * @param type the record type of a row
 * @param shown the rows, at most {@link #MOST}
 * @param total the number of rows, of which only the first may be shown
 * @param problem the reason why the table can't be read, as a sentence; empty if it can be read
 */
public record Rows<T>(Class<T> type, List<T> shown, long total, String problem) {

    /** The largest number of rows that a table shows, on every surface. */
    public static final int MOST = 1_000;

    public Rows {
        shown = List.copyOf(shown);
        // the count may be slightly older than the rows
        total = Math.max(total, shown.size());
    }

    /** Creates a table that shows all rows. */
    public static <T> Rows<T> of(Class<T> type, List<T> all) {
        return first(type, all, all.size());
    }

    /**
     * Creates a table that shows the first rows.
     *
     * @param total the number of existing rows
     */
    public static <T> Rows<T> first(Class<T> type, List<T> rows, long total) {
        return new Rows<>(type, rows.subList(0, Math.min(MOST, rows.size())), total, "");
    }

    /** Creates a table that can't be read at the moment. */
    public static <T> Rows<T> unread(Class<T> type, String problem) {
        return new Rows<>(type, List.of(), 0, problem);
    }
}
