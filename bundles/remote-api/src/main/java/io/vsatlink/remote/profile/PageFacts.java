/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Locale;
import java.util.Optional;

/**
 * What an answer tells of the whole listing, and where. Each may be null.
 *
 * @param total the number of rows in all; an answer must have it
 * @param totalPages pointer to the number of pages, which ends a listing whose rows in all are not reported; an answer may
 *     lack it
 * @param size the page size that the server used, likewise
 * @param next the next page's cursor or URL; null for the styles that have none, and for the header {@code Link}
 * @param more whether more rows follow
 */
public record PageFacts(FactPlace total, String totalPages, FactPlace size, FactPlace next, Flag more) {

    /** Nothing of it. */
    public static final PageFacts NONE = new PageFacts(null, null, null, null, null);

    /**
     * A flag.
     *
     * @param pointer to true or false, 1 or 0, or these as texts; an answer may lack it
     * @param last whether true says that nothing follows
     */
    public record Flag(String pointer, boolean last) {

        /** What this text there says; empty where it is none of these. */
        public Optional<More> said(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1" -> Optional.of(last ? More.NO : More.YES);
                case "false", "0" -> Optional.of(last ? More.YES : More.NO);
                default -> Optional.empty();
            };
        }
    }

    /** The pointer to the number of rows; null where none leads there. */
    public String totalPointer() {
        return pointer(total);
    }

    /** The pointer to the size used, likewise. */
    public String sizePointer() {
        return pointer(size);
    }

    /** The pointer to what the next page is asked for by, likewise. */
    public String nextPointer() {
        return pointer(next);
    }

    /** The pointer to the flag, likewise. */
    public String morePointer() {
        return more == null ? null : more.pointer();
    }

    private static String pointer(FactPlace place) {
        return place == null ? null : place.pointer();
    }
}
