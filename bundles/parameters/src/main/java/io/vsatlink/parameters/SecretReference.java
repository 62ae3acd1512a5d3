/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is, in the place of the secret: {@code $[env:NAME]} or {@code $[secret:NAME]}, perhaps with {@code ;default=}
 * and a value. It counts only as the whole of a secret, and only where an administrator wrote it into a file: everywhere else
 * such text would show whoever may write a setting what he may not read.
 *
 * @param kind {@code env} or {@code secret}
 * @param fallback where there is nothing under that name; null for none
 */
record SecretReference(String kind, String name, String fallback) {
    private static final Pattern FORM = Pattern.compile("\\$\\[(env|secret):([^\\[\\];]+)(?:;default=([^\\[\\]]*))?]");

    /** Empty for a text that is what it is. */
    static Optional<SecretReference> in(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new SecretReference(form.group(1), form.group(2).strip(), form.group(3)))
                : Optional.empty();
    }

    /** What leads to the secret, without anything that may be one. */
    @Override
    public String toString() {
        return "$[" + kind + ":" + name + "]";
    }
}
