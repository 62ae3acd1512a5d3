/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that are likely to be damaged by a settings file or by variable substitution. The same in every run. */
public final class AwkwardTexts {
    /** A variable that occurs in {@link #PIECES}. */
    public static final String VARIABLE = "env:PATH";

    /** Text fragments with a meaning in files or variables. */
    public static final List<String> PIECES = List.of(
            "$",
            "{",
            "}",
            "[",
            "]",
            "(",
            "\\",
            "\\\\",
            "\"",
            "'",
            " ",
            "\t",
            "#",
            "!",
            "=",
            ":",
            "a",
            "${user.home}",
            "${env:PATH}",
            "$[env:PATH]",
            "$\\{",
            "\u00fc",
            "\u20ac",
            "\ud83d\ude00");

    private AwkwardTexts() {}

    /** Texts that were damaged by earlier versions. */
    public static Stream<String> known() {
        return Stream.of(
                "pa${x}ss",
                "\\${x}",
                "${env:PATH}",
                "\\\\server\\share",
                "b\\\\s",
                " lead",
                "x$[y]z",
                " le${x}\\\\ad",
                "(a)");
    }

    /** An infinite stream of combinations of some of the pieces. */
    public static Stream<String> of(List<String> pieces) {
        Random random = new Random(15);
        return Stream.generate(() -> random.ints(2 + random.nextInt(8), 0, pieces.size())
                .mapToObj(pieces::get)
                .reduce("", String::concat));
    }
}
