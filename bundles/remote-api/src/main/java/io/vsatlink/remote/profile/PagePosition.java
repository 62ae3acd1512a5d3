/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Objects;

/**
 * How a page is requested.
 *
 * @param name the parameter for the page number, the first row, the cursor or the range; null if there is none
 * @param size the parameter for the number of rows; null if the vendor has none
 * @param first the number of the first page or row, 0 or 1
 * @param in where these parameters are sent
 * @param part of that place, if it has parts: the parameter whose value is JSON, or the unit of a range
 */
public record PagePosition(String name, String size, int first, In in, String part) {

    /** No position is sent. */
    public static final PagePosition NONE = new PagePosition(null, null, 0, In.QUERY, null);

    /** Where parameters are sent. */
    public enum In {
        QUERY,
        /** The JSON of the body; the parameters are pointers into it. */
        BODY,
        FORM,
        /** The JSON value of a parameter of the query or the form; the parameters are pointers into it. */
        PARAMETER,
        /** A header, for a range only. */
        HEADER
    }

    public PagePosition {
        Objects.requireNonNull(in, "in");
    }

    /** Parameters in the query. */
    public PagePosition(String name, String size, int first) {
        this(name, size, first, In.QUERY, null);
    }
}
