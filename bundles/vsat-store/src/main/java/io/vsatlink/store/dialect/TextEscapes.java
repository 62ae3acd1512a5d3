/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.util.HexFormat;

/**
 * Texts in a database that stores only well-formed Unicode without U+0000. A character that it refuses, or would change, is
 * stored as U+FFFF and four hexadecimal digits; U+FFFF, which no text should contain, is stored in the same way.
 */
final class TextEscapes {
    private static final char MARK = '\uFFFF';
    private static final int DIGITS = 4;

    private TextEscapes() {}

    static String stored(String text) {
        if (text == null) {
            return null;
        }
        int first = nextToEscape(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder stored = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int at = first; at >= 0; at = nextToEscape(text, from)) {
            stored.append(text, from, at).append(MARK).append(HexFormat.of().toHexDigits(text.charAt(at)));
            from = at + 1;
        }
        return stored.append(text, from, text.length()).toString();
    }

    private static int nextToEscape(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == MARK) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    /** A U+FFFF that nobody of ours has stored stays as it is. */
    static String read(String stored) {
        if (stored == null || stored.indexOf(MARK) < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        for (int i = 0; i < stored.length(); i++) {
            char c = stored.charAt(i);
            if (c == MARK && isEscape(stored, i + 1)) {
                text.append((char) HexFormat.fromHexDigits(stored, i + 1, i + 1 + DIGITS));
                i += DIGITS;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isEscape(String stored, int from) {
        if (from + DIGITS > stored.length()) {
            return false;
        }
        for (int i = from; i < from + DIGITS; i++) {
            if (!HexFormat.isHexDigit(stored.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
