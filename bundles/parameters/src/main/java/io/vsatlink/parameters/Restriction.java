/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an installation allows of what a setting's kind accepts.
 *
 * @param objection what is wrong with a value in its normal form; empty text where "allowed is ..." says it all
 * @param words what it adds to "allowed is ...", with the comma or space in front
 */
public record Restriction(Function<String, Optional<String>> objection, String words) {
    public static final Restriction NONE = new Restriction(value -> Optional.empty(), "");

    /** Of values that need no words of their own to be refused. */
    public static Restriction to(Predicate<String> accepted, String words) {
        return new Restriction(value -> accepted.test(value) ? Optional.empty() : Optional.of(""), words);
    }

    public boolean accepts(String value) {
        return objection.apply(value).isEmpty();
    }
}
