/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.column;

import java.util.Locale;

/**
 * What is done to a received text before it is converted.
 *
 * @param trim whether leading and trailing blanks are removed
 * @param split the separator; null to use the whole text
 * @param part the index of the part to use, from 0; from the end if negative, -1 for the last
 * @param letters the case conversion
 * @param list the separator for joining a list into one text; null if a list is not accepted
 */
public record Cleaning(boolean trim, String split, int part, Letters letters, String list) {
    /** A text is used unchanged. */
    public static final Cleaning NONE = new Cleaning(false, null, 0, Letters.SAME, null);

    /** Lower or upper case. */
    public enum Letters {
        SAME,
        UPPER,
        LOWER
    }

    /** The text to convert; null if it has no such part, which means "no value". */
    public String of(String text) {
        String cleaned = trim ? text.strip() : text;
        if (split != null) {
            cleaned = partOf(cleaned);
            cleaned = cleaned == null || !trim ? cleaned : cleaned.strip();
        }
        if (cleaned == null || letters == Letters.SAME) {
            return cleaned;
        }
        return letters == Letters.UPPER ? cleaned.toUpperCase(Locale.ROOT) : cleaned.toLowerCase(Locale.ROOT);
    }

    private String partOf(String text) {
        int from = 0;
        int wanted = part < 0 ? partsOf(text) + part : part;
        for (int i = 0; i < wanted; i++) {
            int at = text.indexOf(split, from);
            if (at < 0) {
                return null;
            }
            from = at + split.length();
        }
        int end = text.indexOf(split, from);
        return wanted < 0 ? null : text.substring(from, end < 0 ? text.length() : end);
    }

    private int partsOf(String text) {
        int parts = 1;
        for (int at = text.indexOf(split); at >= 0; at = text.indexOf(split, at + split.length())) {
            parts++;
        }
        return parts;
    }
}
