/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference in place of a secret: {@code $[env:NAME]} or {@code $[secret:NAME]}, optionally with {@code ;default=}
 * and a value. It is only valid as the complete value of a secret, and only if an administrator wrote it into a file.
 * Otherwise a person who may change a setting could read values that they must not see.
 *
 * @param kind {@code env} or {@code secret}
 * @param fallback the value if there is nothing under that name; null for none
 */
record SecretReference(String kind, String name, String fallback) {
    private static final Pattern FORM = Pattern.compile("\\$\\[(env|secret):([^\\[\\];]+)(?:;default=([^\\[\\]]*))?]");

    /** Parses a text; returns empty if the text is not a reference. */
    static Optional<SecretReference> in(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new SecretReference(form.group(1), form.group(2).strip(), form.group(3)))
                : Optional.empty();
    }

    /** Returns the reference without any part that may be secret. */
    @Override
    public String toString() {
        return "$[" + kind + ":" + name + "]";
    }
}
