/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import java.util.List;
import java.util.Set;

/** Prepares texts of the vendor for messages: shortened, on one line, and with all secrets masked. Thread-safe. */
public final class Secrets {

    private static final int MAX = 200;
    private static final int SHORT_COOKIE = 8;

    private final Set<String> hidden;
    private volatile String token = "";
    private volatile List<String> cookies = List.of();

    /** @param hidden texts that must never be shown */
    public Secrets(Set<String> hidden) {
        this.hidden = Set.copyOf(hidden);
    }

    public void token(String current) {
        token = current;
    }

    /** The cookies of the session. A short value is not a secret, and masking it would mutilate unrelated text. */
    public void cookies(List<String> values) {
        cookies =
                values.stream().filter(value -> value.length() >= SHORT_COOKIE).toList();
    }

    /** Returns a text of the vendor, for instance an error message, fit to be shown. */
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
