/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import io.vsatlink.api.text.Printable;

/**
 * A row that cannot be stored; users see it as "set aside".
 *
 * @param key its key; null if that cannot be read either
 */
public record RejectedRow(String key, Problem problem) implements Item {

    /** The reason, with the column's name; quoted values are made {@link Printable}. */
    public String reason() {
        return Printable.line(problem.sentence());
    }

    /** How messages refer to the row. */
    public String name() {
        return key == null ? "one" : Printable.line(key);
    }
}
