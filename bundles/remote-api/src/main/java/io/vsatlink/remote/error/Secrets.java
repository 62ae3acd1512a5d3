/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Prepares texts of the vendor for messages: shortened, on one line, and with all secrets masked. Thread-safe. */
public final class Secrets {

    private static final int MAX = 200;
    private static final int SHORT_COOKIE = 8;
    /** Of tokens and the like: enough for all that calls under way may be answered with. */
    private static final int MOST_TOKENS = 100;

    private final List<String> hidden;
    private final LinkedHashSet<String> newest = new LinkedHashSet<>();
    private volatile List<String> tokens = List.of();
    private volatile List<String> cookies = List.of();

    /** @param hidden texts that must never be shown */
    public Secrets(Set<String> hidden) {
        this.hidden = forms(hidden);
    }

    /** Adds what a login gave, or what was made out of a secret. */
    public synchronized void hide(String... texts) {
        for (String text : texts) {
            newest.remove(text);
            newest.add(text);
            if (newest.size() > MOST_TOKENS) {
                newest.remove(newest.iterator().next());
            }
        }
        tokens = forms(newest);
    }

    /** The cookies of the session. A short value is not a secret, and masking it would mutilate unrelated text. */
    public void cookies(List<String> values) {
        cookies =
                values.stream().filter(value -> value.length() >= SHORT_COOKIE).toList();
    }

    /** Also as they stand in an address and in JSON; the longest first, as one may be a part of another. */
    private static List<String> forms(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(
                        text,
                        URLEncoder.encode(text, StandardCharsets.UTF_8),
                        URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"),
                        new String(JsonStringEncoder.getInstance().quoteAsString(text))))
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Returns a text of the vendor, for instance an error message, fit to be shown. */
    public String clean(String text) {
        return shortened(masked(text));
    }

    private String masked(String text) {
        String masked = text;
        for (List<String> each : List.of(hidden, tokens, cookies)) {
            for (String secret : each) {
                masked = masked.replace(secret, "***");
            }
        }
        return masked;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\uFEFF]+", " ").strip();
        if (line.length() <= MAX) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return line.substring(0, end) + "…";
    }

    @Override
    public String toString() {
        return "***";
    }
}
