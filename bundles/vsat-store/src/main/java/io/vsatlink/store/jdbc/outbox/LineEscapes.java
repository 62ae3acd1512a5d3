/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import java.util.HexFormat;

/** Escapes text for a column of a line: no tabs, no line breaks, and no unpaired surrogates, which UTF-8 would lose. */
final class LineEscapes {
    private LineEscapes() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> {
                    if (Character.isSurrogate(c)) {
                        escaped.append(String.format("\\u%04x", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** @throws IllegalArgumentException if the text was not written by {@link #escaped} */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        for (int escape = text.indexOf('\\'); escape >= 0; escape = text.indexOf('\\', done)) {
            plain.append(text, done, escape);
            char kind = escape + 1 < text.length() ? text.charAt(escape + 1) : ' ';
            plain.append(
                    switch (kind) {
                        case '\\' -> '\\';
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 'u' -> unit(text, escape + 2);
                        default -> throw new IllegalArgumentException("an invalid escape");
                    });
            done = escape + (kind == 'u' ? 6 : 2);
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static char unit(String text, int from) {
        if (from + 4 > text.length()) {
            throw new IllegalArgumentException("an incomplete escape");
        }
        return (char) HexFormat.fromHexDigits(text, from, from + 4);
    }
}
