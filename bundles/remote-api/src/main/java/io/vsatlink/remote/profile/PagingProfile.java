/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Objects;

/**
 * How pages are asked for and what an answer tells of the whole.
 *
 * @param positionParameter the query parameter with the page's number, the first row's, or the cursor; null for
 *     {@link Style#NEXT}
 * @param sizeParameter the query parameter with the number of rows; null where the vendor takes none
 * @param first the number of the first page, 0 or 1, for {@link Style#PAGE}
 * @param nextPointer to the next page's cursor or URL; null for the other styles, and for the header {@code Link}
 * @param totalPointer to the number of rows in all; null where the vendor does not tell, else an answer must have it
 * @param totalPagesPointer to the number of pages, which ends a listing whose rows in all are not reported; may be null,
 *     and may be missing in an answer
 * @param sizePointer to the page size that the server used, likewise
 */
public record PagingProfile(
        Style style,
        String positionParameter,
        String sizeParameter,
        int first,
        String nextPointer,
        String totalPointer,
        String totalPagesPointer,
        String sizePointer) {

    /** How a page is named. */
    public enum Style {
        /** By its number. */
        PAGE("page"),
        /** By the number of rows before it. */
        OFFSET("offset"),
        /** By what the page before says of it, as a parameter. */
        CURSOR("cursor"),
        /** By what the page before says of it, as a URL: in the header {@code Link} (RFC 8288) or the body. */
        NEXT("next");

        private final String key;

        Style(String key) {
            this.key = key;
        }

        /** The word in a profile. */
        public String key() {
            return key;
        }
    }

    public PagingProfile {
        Objects.requireNonNull(style, "style");
        if (style != Style.NEXT) {
            Objects.requireNonNull(positionParameter, "positionParameter");
        }
    }
}
