/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Prepares texts of the vendor for messages: shortened, on one line, and with all secrets masked. Thread-safe. */
public final class Secrets {

    private static final int MAX = 200;
    private static final int SHORT_COOKIE = 8;
    /** The maximum number of tokens: enough for all that responses to running calls may contain. */
    private static final int MOST_TOKENS = 100;

    private final Needles hidden;
    private final LinkedHashSet<String> newest = new LinkedHashSet<>();
    /** Null after a change, until it is built again. */
    private volatile Needles tokens = Needles.NONE;

    private volatile Needles cookies = Needles.NONE;

    /** @param hidden texts that must never be shown */
    public Secrets(Set<String> hidden) {
        this.hidden = forms(hidden);
    }

    /** Adds a token from a login, or a value derived from a secret. */
    public synchronized void hide(String... texts) {
        for (String text : texts) {
            newest.remove(text);
            newest.add(text);
            if (newest.size() > MOST_TOKENS) {
                newest.remove(newest.iterator().next());
            }
        }
        tokens = null;
    }

    /** The cookies of the session. A short value is not a secret, and masking it would mutilate unrelated text. */
    public void cookies(List<String> values) {
        cookies = forms(
                values.stream().filter(value -> value.length() >= SHORT_COOKIE).toList());
    }

    private static Needles forms(Collection<String> texts) {
        return texts.isEmpty()
                ? Needles.NONE
                : new Needles(texts.stream().flatMap(SecretForms::of).toList());
    }

    private Needles tokens() {
        Needles now = tokens;
        return now == null ? newestTokens() : now;
    }

    private synchronized Needles newestTokens() {
        Needles now = forms(newest);
        tokens = now;
        return now;
    }

    /** Makes a text of the vendor, for instance an error message, safe to show. */
    public String clean(String text) {
        return shortened(masked(text));
    }

    /** Masks all secrets in a text. */
    public String masked(String text) {
        return cookies.masked(tokens().masked(hidden.masked(text)));
    }

    /** Returns the beginning of a text; a secret that is cut off at its end is masked too. */
    public String maskedBeginning(String text) {
        String masked = masked(text);
        int end = Stream.of(hidden, tokens(), cookies)
                .mapToInt(each -> each.cutOff(masked))
                .min()
                .orElseThrow();
        return end == masked.length() ? masked : masked.substring(0, end) + Needles.MASK;
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
