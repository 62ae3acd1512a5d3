/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.List;

/**
 * A reading that is a table. Immutable.
 *
 * @param <T> the record that a row is
 * @param type likewise
 * @param shown the rows, {@link #MOST} at the most
 * @param total how many rows there are, of which only the first may be shown
 * @param problem why the table can't be read, as a sentence; empty where it can
 */
public record Rows<T>(Class<T> type, List<T> shown, long total, String problem) {

    /** A table shows at most this many rows, on every surface. */
    public static final int MOST = 1_000;

    public Rows {
        shown = List.copyOf(shown);
        // what is counted may be a moment older than the rows
        total = Math.max(total, shown.size());
    }

    /** All rows. */
    public static <T> Rows<T> of(Class<T> type, List<T> all) {
        return first(type, all, all.size());
    }

    /**
     * The first rows.
     *
     * @param total how many there are
     */
    public static <T> Rows<T> first(Class<T> type, List<T> rows, long total) {
        return new Rows<>(type, rows.subList(0, Math.min(MOST, rows.size())), total, "");
    }

    /** A table that can't be read now. */
    public static <T> Rows<T> unread(Class<T> type, String problem) {
        return new Rows<>(type, List.of(), 0, problem);
    }
}
