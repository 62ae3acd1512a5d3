/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A restriction that an installation places on the values that a setting's kind accepts.
 *
 * @param objection returns the problem of a value in its normal form; an empty text if "allowed is ..." explains it
 * @param words an addition to "allowed is ...", with a comma or space in front
 */
public record Restriction(Function<String, Optional<String>> objection, String words) {
    public static final Restriction NONE = new Restriction(value -> Optional.empty(), "");

    /** Creates a restriction whose refusals need no words of their own. */
    public static Restriction to(Predicate<String> accepted, String words) {
        return new Restriction(value -> accepted.test(value) ? Optional.empty() : Optional.of(""), words);
    }

    public boolean accepts(String value) {
        return objection.apply(value).isEmpty();
    }
}
