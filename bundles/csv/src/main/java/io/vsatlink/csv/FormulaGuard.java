/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.csv;

import java.util.regex.Pattern;

/** Puts a {@code '} before a text that a spreadsheet would take for a formula. */
final class FormulaGuard {
    /** Longer texts are neither numbers nor telephone numbers, and cost no matching. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern NUMBER = Pattern.compile("[+-] ?(\\d+([.,]\\d+)*|[.,]\\d+)([eE][+-]?\\d+)? ?%?");

    /** International, as people write it: {@code +36 (0) 41 979342}, {@code +1-555-0100 ext. 12}. */
    private static final Pattern TELEPHONE =
            Pattern.compile("\\+[ (]*\\d[\\d ()./\\u00a0-]*((x|ext\\.?) ?\\d+)?", Pattern.CASE_INSENSITIVE);

    private FormulaGuard() {}

    /** @param text null stays null */
    static String guard(String text) {
        return text != null && !text.isEmpty() && looksLikeAFormula(text) ? "'" + text : text;
    }

    private static boolean looksLikeAFormula(String text) {
        return switch (text.charAt(0)) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' -> !isANumber(text);
            default -> false;
        };
    }

    private static boolean isANumber(String text) {
        return text.length() <= LONGEST_NUMBER
                && (NUMBER.matcher(text).matches() || TELEPHONE.matcher(text).matches());
    }
}
