/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

/**
 * Where an answer tells something of the whole listing: in its body or in a header, one of which is null.
 *
 * @param pointer into the body
 */
public record FactPlace(String pointer, String header) {

    /** Null for null. */
    public static FactPlace inBody(String pointer) {
        return pointer == null ? null : new FactPlace(pointer, null);
    }

    /** As the end of a sentence. */
    public String words() {
        return pointer == null ? "in the " + header + " header" : "at " + pointer;
    }
}
