/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a vendor, or of anybody else, on its way to a terminal, a log or a sentence. Characters that are not shown but
 * obeyed are written out: {@code ESC} is {@code \u005cu001b} then, and can't clear a screen or forge a line. All else stays as
 * it is. Thread-safe.
 *
 * <p>Those are the control characters, the separators of lines and paragraphs, the marks that turn the direction of
 * what follows, and halves of surrogate pairs, of which an encoder makes a question mark or an error.
 */
public final class Printable {
    private static final String OBEYED =
            "\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}";
    private static final Pattern IN_A_LINE = Pattern.compile("[" + OBEYED + "]");
    private static final Pattern IN_LINES = Pattern.compile("[" + OBEYED + "&&[^\n]]");

    private Printable() {}

    /** Text that has to stay on one line; null stays null. */
    public static String line(String text) {
        return written(IN_A_LINE, text);
    }

    /** Text that may have several lines, each ended by {@code \n}; null stays null. */
    public static String lines(String text) {
        return text == null ? null : written(IN_LINES, text.replace("\r\n", "\n"));
    }

    private static String written(Pattern obeyed, String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = obeyed.matcher(text);
        return matcher.find() ? matcher.replaceAll(match -> Matcher.quoteReplacement(escape(match.group()))) : text;
    }

    private static String escape(String character) {
        return switch (character) {
            case "\n" -> "\\n";
            case "\r" -> "\\r";
            case "\t" -> "\\t";
            default -> "\\u%04x".formatted(character.codePointAt(0));
        };
    }
}
