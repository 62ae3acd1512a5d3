/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import java.util.regex.Pattern;

/**
 * Escapes <code>${</code> and <code>$[</code> in files. FileInstall and Karaf's commands replace
 * <code>${env:NAME}</code>, and Karaf's interpolation replaces <code>$[secret:NAME]</code>, whoever wrote the text.
 * They store the result on disk, and show it to everybody who may see configurations or component properties. With a
 * backslash after the dollar sign, all of them leave the text unchanged; for FileInstall it is the documented escape.
 */
final class Dollars {
    private static final Pattern PLAIN = Pattern.compile("\\$(?=\\\\*[{\\[])");
    private static final Pattern ESCAPED = Pattern.compile("\\$\\\\(?=\\\\*[{\\[])");

    private Dollars() {}

    static String written(String text) {
        return PLAIN.matcher(text).replaceAll("\\$\\\\");
    }

    /** Returns the original text. A text without the backslash, as people write it by hand, is returned unchanged. */
    static String read(String text) {
        return ESCAPED.matcher(text).replaceAll("\\$");
    }
}
