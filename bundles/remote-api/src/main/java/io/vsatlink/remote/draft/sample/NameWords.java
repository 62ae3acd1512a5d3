/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a name into words, whatever its style: {@code serviceTier}, {@code service_tier}, {@code Service Tier}. */
public final class NameWords {
    private static final Pattern BOUNDARY = Pattern.compile(
            "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})");
    private static final int LONG = 3;

    private NameWords() {}

    public static List<String> of(String name) {
        return Arrays.stream(BOUNDARY.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(NameWords::single)
                .toList();
    }

    /** The words of all names in order; a word that ends one name and begins the next is taken once. */
    public static List<String> of(List<String> names) {
        List<String> words = new ArrayList<>();
        for (String name : names) {
            List<String> more = of(name);
            boolean again = !words.isEmpty()
                    && !more.isEmpty()
                    && words.get(words.size() - 1).equals(more.get(0));
            words.addAll(again ? more.subList(1, more.size()) : more);
        }
        return words;
    }

    /** Makes plural and singular equal, such as circuits and circuit. */
    private static String single(String word) {
        boolean plural = word.length() > LONG && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    public static String joined(List<String> words) {
        return String.join("", words);
    }
}
