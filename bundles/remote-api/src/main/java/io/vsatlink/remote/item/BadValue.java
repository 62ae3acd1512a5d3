/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

/** A value that cannot be converted. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String kind;

    /**
     * @param kind see {@link Problem}
     * @param said see {@link Problem}
     */
    BadValue(String kind, String said) {
        // thrown once per row if the vendor changes its format; the stack trace is not used
        super(said, null, false, false);
        this.kind = kind;
    }

    Problem of(String column) {
        return new Problem(column, kind, getMessage());
    }
}
