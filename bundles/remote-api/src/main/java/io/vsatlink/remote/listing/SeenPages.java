/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The pages that came by their marks, so that one that comes again is known, be it after others. For one thread. */
final class SeenPages {
    private final Map<PageMark, Integer> numbers = new HashMap<>();
    private PageMark before = new PageMark(0, null, null);

    /**
     * Takes a page.
     *
     * @return the number of the page that it is again; empty where it is new. A page of one row is compared with the first
     *     and the one before only: a row that moves from page to page is no page that does
     */
    OptionalInt sameAs(int number, PageMark mark) {
        Integer same = mark.recognisable() ? numbers.putIfAbsent(mark, number) : null;
        boolean again = same != null && (mark.rows() > 1 || same == 0 || mark.equals(before));
        before = mark;
        return again ? OptionalInt.of(same) : OptionalInt.empty();
    }
}
