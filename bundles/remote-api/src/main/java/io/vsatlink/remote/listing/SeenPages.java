/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The marks of all pages so far, to detect a repeated page, even after others. Not thread-safe. */
final class SeenPages {
    private final Map<PageMark, Seen> pages = new HashMap<>();
    private PageMark before = new PageMark(0, null, null);

    /** @param number of the page, from 0 */
    record Seen(int number, PageMark mark) {}

    /**
     * Adds a page.
     *
     * @return the earlier page that has its keys; empty if it is new. A page of one row is compared only with the first page and
     *     the previous one, because a single row may move from page to page
     */
    Optional<Seen> sameAs(int number, PageMark mark) {
        PageMark keys = mark.keys();
        Seen same = mark.recognisable() ? pages.putIfAbsent(keys, new Seen(number, mark)) : null;
        boolean again = same != null && (mark.rows() > 1 || same.number() == 0 || keys.equals(before));
        before = keys;
        return again ? Optional.of(same) : Optional.empty();
    }
}
