/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Map;
import java.util.Objects;

/**
 * How pages are requested, and what a response reports about the whole listing.
 *
 * @param rewrite URL prefixes under which the vendor refers to next pages by another server's name, each with the
 *     corresponding path of ours
 */
public record PagingProfile(Style style, PagePosition position, PageFacts facts, Map<String, String> rewrite) {

    /** How a page is identified; the pagination strategy. */
    public enum Style {
        /** By its number. */
        PAGE("page"),
        /** By the number of rows before it. */
        OFFSET("offset"),
        /** By a cursor from the previous page, as a query parameter. */
        CURSOR("cursor"),
        /** By a URL from the previous page, in the header {@code Link} (RFC 8288) or the body. */
        NEXT("next"),
        /** By the numbers of its first and its last row. */
        RANGE("range"),
        /** Not at all: one response has all rows. */
        NONE("none");

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
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(facts, "facts");
        rewrite = Ordered.copy(rewrite);
        if (style != Style.NEXT && style != Style.NONE) {
            Objects.requireNonNull(position.name(), "position.name");
        }
    }

    public PagingProfile(Style style, PagePosition position, PageFacts facts) {
        this(style, position, facts, Map.of());
    }

    /** Whether the header {@code Link} names the next page. */
    public boolean byLinkHeader() {
        return style == Style.NEXT && facts.next() == null;
    }
}
