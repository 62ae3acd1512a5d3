/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Has the first character of a value written as an escape where it would be lost: a blank, which every reader takes for a
 * part of the separator, and a bracket, by which FileInstall may take the value for a list. The library writes both as they
 * are, so a mark goes in front of them and becomes the escape afterwards.
 *
 * @param mark a character that is not in the file
 */
record FirstCharacter(char mark) {
    private static final Pattern LOST = Pattern.compile(
            "( |[TILFDXSCB]?(\\[.*]|\\(.*\\)|\\{.*})\\s*$).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** @param texts all that the file has and will have */
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
                // in values that have a type, and so quotes around them
                .replace(String.valueOf(mark), "");
    }

    private static String escape(MatchResult found) {
        return String.format("\\\\u%04x", (int) found.group(1).charAt(0));
    }

    private static String hex(char mark) {
        return Integer.toHexString(mark).toUpperCase(Locale.ROOT);
    }
}
