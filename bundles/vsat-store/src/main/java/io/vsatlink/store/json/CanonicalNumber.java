/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts a JSON number to one form per value, whatever its size: {@code 1}, {@code 1.0} and {@code 1e0} are equal. */
final class CanonicalNumber {
    private static final Pattern NUMBER = Pattern.compile("(-?)(\\d+)(?:\\.(\\d+))?(?:[eE]([+-]?\\d{1,15}))?");

    private CanonicalNumber() {}

    /** Returns the canonical form; empty if the text is not a number. */
    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return "";
        }
        String fraction = number.group(3) == null ? "" : number.group(3);
        long exponent = (number.group(4) == null ? 0 : Long.parseLong(number.group(4))) - fraction.length();
        String digits = withoutLeadingZeros(number.group(2) + fraction);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
            exponent++;
        }
        if (end == 0) {
            return "0";
        }
        return number.group(1) + digits.substring(0, end) + (exponent == 0 ? "" : "e" + exponent);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    /** The usual case: digits that neither begin nor end with a zero. */
    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || text.charAt(0) == '0' || text.charAt(length - 1) == '0') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
