/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Identifies a page that the vendor repeats under another number or cursor: by its first and last row, so that the cost
 * does not depend on the number of rows.
 *
 * @param rows the number of rows in the page
 * @param first the key of its first row; null if there is none, or if it is unreadable
 * @param last the key of its last row; null likewise
 * @param values a hash of the values of both: rows with the same keys may be different ones
 */
public record PageMark(int rows, String first, String last, int values) {

    /** A page whose keys say it all. */
    public PageMark(int rows, String first, String last) {
        this(rows, first, last, 0);
    }

    /** @param key returns the key of a row, or null if it is unreadable */
    public static <T> PageMark of(List<T> rows, Function<? super T, String> key) {
        if (rows.isEmpty()) {
            return new PageMark(0, null, null);
        }
        T last = rows.get(rows.size() - 1);
        return new PageMark(rows.size(), key.apply(rows.get(0)), key.apply(last), valuesOf(rows));
    }

    /** The hash of the values of the first and the last row; 0 for none. */
    public static int valuesOf(List<?> rows) {
        return rows.isEmpty() ? 0 : Objects.hash(rows.get(0), rows.get(rows.size() - 1));
    }

    /** This mark without the values. */
    PageMark keys() {
        return new PageMark(rows, first, last);
    }

    /** Whether the mark can identify a page. */
    boolean recognisable() {
        return first != null && last != null;
    }
}
