/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

/** A value that can't be taken. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String kind;

    /**
     * @param kind of {@link Problem}
     * @param said likewise
     */
    BadValue(String kind, String said) {
        // thrown by the row where a vendor has changed its mind: nobody looks at the trace
        super(said, null, false, false);
        this.kind = kind;
    }

    Problem of(String column) {
        return new Problem(column, kind, getMessage());
    }
}
