/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

/**
 * Why an item can't be taken.
 *
 * @param column whose value it is; null where it is the item as a whole
 * @param kind what is wrong with it, without the value: equal for all items that have the same
 * @param said the same with the value
 */
public record Problem(String column, String kind, String said) {
    /** The kind of an item that has no key. */
    public static final String KEY_MISSING = "the key is missing";

    /** Where the value is of no interest. */
    public static Problem of(String column, String said) {
        return new Problem(column, said, said);
    }

    /** The value as JSON has it, perhaps only its beginning; empty where it is of no interest. */
    public String value() {
        return said.endsWith(" " + kind) ? said.substring(0, said.length() - kind.length() - 1) : "";
    }

    /** For a Reason, naming the column. */
    String sentence() {
        return column == null ? said : column + ": " + said;
    }
}
