/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import java.util.List;
import java.util.Set;

/** Texts of the vendor, made fit for messages: short, on one line, and without what we must not show. */
public final class Secrets {

    private static final int MAX = 200;
    private static final int SHORT_COOKIE = 8;

    private final Set<String> hidden;
    private volatile String token = "";
    private volatile List<String> cookies = List.of();

    /** @param hidden texts that must not be shown */
    public Secrets(Set<String> hidden) {
        this.hidden = Set.copyOf(hidden);
    }

    public void token(String current) {
        token = current;
    }

    /** Those of the session; one that is short is no secret, and would make holes into every text. */
    public void cookies(List<String> values) {
        cookies =
                values.stream().filter(value -> value.length() >= SHORT_COOKIE).toList();
    }

    /** A text of the vendor, e.g. an error's. */
    public String clean(String text) {
        return shortened(masked(text));
    }

    private String masked(String text) {
        String masked = text;
        for (String each : hidden) {
            masked = each.isEmpty() ? masked : masked.replace(each, "***");
        }
        for (String each : cookies) {
            masked = masked.replace(each, "***");
        }
        return token.isEmpty() ? masked : masked.replace(token, "***");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\uFEFF]+", " ").strip();
        if (line.length() <= MAX) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return line.substring(0, end) + "…";
    }

    @Override
    public String toString() {
        return "***";
    }
}
