/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Objects;

/**
 * How a page is asked for.
 *
 * @param name of the parameter with the page's number, the first row's, the cursor or the range; null where there is none
 * @param size the parameter with the number of rows; null where the vendor takes none
 * @param first the number of the first page or row, 0 or 1
 * @param in where these parameters go
 * @param part what of that place, where it has parts: the parameter whose value is JSON, or the unit of a range
 */
public record PagePosition(String name, String size, int first, In in, String part) {

    /** Nothing is asked for. */
    public static final PagePosition NONE = new PagePosition(null, null, 0, In.QUERY, null);

    /** Where parameters go. */
    public enum In {
        QUERY,
        /** The JSON of the body, in which they are pointers. */
        BODY,
        FORM,
        /** The JSON that is the value of a parameter of the query or the form, in which they are pointers. */
        PARAMETER,
        /** A header, for a range only. */
        HEADER
    }

    public PagePosition {
        Objects.requireNonNull(in, "in");
    }

    /** In the query. */
    public PagePosition(String name, String size, int first) {
        this(name, size, first, In.QUERY, null);
    }
}
