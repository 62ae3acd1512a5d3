/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The marks of all pages so far, to detect a repeated page, even after others. Not thread-safe. */
final class SeenPages {
    private final Map<PageMark, Integer> numbers = new HashMap<>();
    private PageMark before = new PageMark(0, null, null);

    /**
     * Adds a page.
     *
     * @return the number of the earlier page that it repeats; empty if it is new. A page of one row is compared only
     *     with the first page and the previous one, because a single row may move from page to page
     */
    OptionalInt sameAs(int number, PageMark mark) {
        Integer same = mark.recognisable() ? numbers.putIfAbsent(mark, number) : null;
        boolean again = same != null && (mark.rows() > 1 || same == 0 || mark.equals(before));
        before = mark;
        return again ? OptionalInt.of(same) : OptionalInt.empty();
    }
}
