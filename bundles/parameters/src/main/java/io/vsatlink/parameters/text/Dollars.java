/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import java.util.regex.Pattern;

/**
 * How <code>${</code> and <code>$[</code> stand in a file that we wrote. FileInstall and Karaf's commands replace
 * <code>${env:NAME}</code> and Karaf's interpolation <code>$[secret:NAME]</code>, whoever wrote it; they keep the outcome on
 * disk, and show it to who may see configurations or the properties of components. With a backslash in between, a text
 * stays a text for all of them; for the first it is their own escape.
 */
final class Dollars {
    private static final Pattern PLAIN = Pattern.compile("\\$(?=\\\\*[{\\[])");
    private static final Pattern ESCAPED = Pattern.compile("\\$\\\\(?=\\\\*[{\\[])");

    private Dollars() {}

    static String written(String text) {
        return PLAIN.matcher(text).replaceAll("\\$\\\\");
    }

    /** The text that was written; without a backslash, as people write it by hand, it stays what it is. */
    static String read(String text) {
        return ESCAPED.matcher(text).replaceAll("\\$");
    }
}
