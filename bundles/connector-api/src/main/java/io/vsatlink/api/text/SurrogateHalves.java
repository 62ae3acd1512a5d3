/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.text;

/**
 * Halves of surrogate pairs that stand alone: a vendor's limit of length may cut an emoji in two, and JSON lets such a half
 * pass as an escape. UTF-8 has no bytes for them, so that an encoder makes a question mark or an error of them.
 */
public final class SurrogateHalves {
    private SurrogateHalves() {}

    /** Where the first one is, or -1. */
    public static int first(String text) {
        return next(text, 0);
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPair(text, i)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /** The same JSON text with each of them as an escape; in valid JSON they stand in strings and names only. */
    public static String escaped(String jsonText) {
        int half = first(jsonText);
        if (half < 0) {
            return jsonText;
        }
        StringBuilder escaped = new StringBuilder(jsonText.length() + 16);
        int done = 0;
        for (; half >= 0; half = next(jsonText, done)) {
            escaped.append(jsonText, done, half).append(String.format("\\u%04x", (int) jsonText.charAt(half)));
            done = half + 1;
        }
        return escaped.append(jsonText, done, jsonText.length()).toString();
    }
}
