/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import java.util.List;
import java.util.function.Function;

/**
 * By what a page is recognised that comes again under another name: its ends, so that this costs nothing per row.
 *
 * @param first key of its first row; null where there is none, or where it can't be read
 * @param last key of its last row, likewise
 */
public record PageMark(int rows, String first, String last) {

    /** @param key gives the key of a row, null where it can't be read */
    public static <T> PageMark of(List<T> rows, Function<? super T, String> key) {
        return rows.isEmpty()
                ? new PageMark(0, null, null)
                : new PageMark(rows.size(), key.apply(rows.get(0)), key.apply(rows.get(rows.size() - 1)));
    }

    /** Whether a page can be known by it. */
    boolean recognisable() {
        return first != null && last != null;
    }
}
