/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the first character of a value as an escape if it would be lost otherwise: a blank, which every reader treats
 * as a part of the separator, and a bracket, after which FileInstall may read the value as a list. The library writes
 * both unescaped, so a mark is placed before them and replaced by the escape afterwards.
 *
 * @param mark a character that does not occur in the file
 */
record FirstCharacter(char mark) {
    private static final Pattern LOST = Pattern.compile(
            "( |[TILFDXSCB]?(\\[.*]|\\(.*\\)|\\{.*})\\s*$).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** @param texts all texts that the file contains and will contain */
    static FirstCharacter of(String texts) {
        char mark = '\ue000';
        while (texts.indexOf(mark) >= 0 || texts.toUpperCase(Locale.ROOT).contains(hex(mark))) {
            mark++;
        }
        return new FirstCharacter(mark);
    }

    String marked(String value) {
        return LOST.matcher(value).matches() ? mark + value : value;
    }

    String escaped(String lines) {
        return Pattern.compile("\\\\u" + hex(mark) + "(.)")
                .matcher(lines)
                .replaceAll(FirstCharacter::escape)
                // typed values are enclosed in quotes
                .replace(String.valueOf(mark), "");
    }

    private static String escape(MatchResult found) {
        return String.format("\\\\u%04x", (int) found.group(1).charAt(0));
    }

    private static String hex(char mark) {
        return Integer.toHexString(mark).toUpperCase(Locale.ROOT);
    }
}
