/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

/**
 * Why an item is rejected.
 *
 * @param column the column with the invalid value; null if the item as a whole is invalid
 * @param kind the problem without the value, equal for all items with the same problem
 * @param said the problem with the value
 */
public record Problem(String column, String kind, String said) {
    /** The kind of an item without a key. */
    public static final String KEY_MISSING = "the key is missing";

    /** A problem whose value is irrelevant. */
    public static Problem of(String column, String said) {
        return new Problem(column, said, said);
    }

    /** The value as JSON, possibly shortened; empty if it is irrelevant. */
    public String value() {
        return said.endsWith(" " + kind) ? said.substring(0, said.length() - kind.length() - 1) : "";
    }

    /** A sentence for a Reason, with the column's name. */
    String sentence() {
        return column == null ? said : column + ": " + said;
    }
}
