/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Masks texts wherever they occur in another text: many texts in one pass. Immutable. */
final class Needles {
    static final Needles NONE = new Needles(List.of());

    static final String MASK = "***";
    /** The number of first characters that are compared before a full comparison. */
    private static final int START = 4;

    private final List<String> brief;
    private final Map<Long, List<String>> byStart = new HashMap<>();
    /** A Bloom filter of the starts: it rules out nearly every position of a long text. */
    private final long[] starts = new long[1024];

    Needles(Collection<String> texts) {
        List<String> longestFirst = texts.stream()
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        brief = longestFirst.stream().filter(text -> text.length() < START).toList();
        for (String text : longestFirst) {
            if (text.length() >= START) {
                long start = start(text, 0);
                byStart.merge(start, List.of(text), Needles::both);
                starts[word(start)] |= bit(start);
            }
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static long start(String text, int at) {
        return (long) text.charAt(at) << 48
                | (long) text.charAt(at + 1) << 32
                | (long) text.charAt(at + 2) << 16
                | text.charAt(at + 3);
    }

    private static int mixed(long start) {
        return (int) ((start * 0x9E3779B97F4A7C15L) >>> 48);
    }

    private static int word(long start) {
        return mixed(start) >>> 6;
    }

    private static long bit(long start) {
        return 1L << (mixed(start) & 63);
    }

    String masked(String text) {
        String masked = withoutLong(text);
        for (String each : brief) {
            masked = masked.replace(each, MASK);
        }
        return masked;
    }

    private String withoutLong(String text) {
        StringBuilder masked = null;
        int copied = 0;
        for (int at = 0; at + START <= text.length(); at++) {
            Optional<String> found = at(text, at);
            if (found.isPresent()) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, copied, at).append(MASK);
                copied = at + found.get().length();
                at = copied - 1;
            }
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    private Optional<String> at(String text, int at) {
        long start = start(text, at);
        if ((starts[word(start)] & bit(start)) == 0) {
            return Optional.empty();
        }
        return byStart.getOrDefault(start, List.of()).stream()
                .filter(each -> text.startsWith(each, at))
                .findFirst();
    }

    /** The position of a text that is cut off by the end; the length of the text if there is none. */
    int cutOff(String text) {
        int end = text.length();
        for (List<String> some : byStart.values()) {
            for (String each : some) {
                int most = Math.min(each.length() - 1, text.length());
                for (int length = most; length >= START && text.length() - length < end; length--) {
                    if (each.startsWith(text.substring(text.length() - length))) {
                        end = text.length() - length;
                    }
                }
            }
        }
        return end;
    }
}
