/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import io.vsatlink.api.text.Printable;

/**
 * A row of the vendor's that can't be taken. People read that it was set aside.
 *
 * @param key its key, null where not even that can be read
 */
public record RejectedRow(String key, Problem problem) implements Item {

    /** Why, naming the column; what it quotes is made {@link Printable}. */
    public String reason() {
        return Printable.line(problem.sentence());
    }

    /** What to call it in a sentence. */
    public String name() {
        return key == null ? "one" : Printable.line(key);
    }
}
