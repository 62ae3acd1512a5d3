/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a request as one readable text: a line each, as in a properties file. {@link java.util.Properties} reads
 * these texts too, and wrote those of release 0.1.0; it reserves 16 KB for each text, and a list has a thousand of them.
 */
final class RequestFields {
    private static final String SPECIAL = "\\\t\n\r\f=:#! ";
    private static final String ESCAPED = "\\tnrf=:#! ";

    private RequestFields() {}

    static String text(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            escape(name, name.length(), text);
            text.append('=');
            escape(value, 1, text);
        });
        return text.toString();
    }

    /** @param spaces the number of characters at the beginning of which a space would be lost */
    private static void escape(String value, int spaces, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int special = c == ' ' && i >= spaces ? -1 : SPECIAL.indexOf(c);
            if (special >= 0) {
                text.append('\\').append(ESCAPED.charAt(special));
            } else {
                text.append(c);
            }
        }
    }

    /** @throws IllegalArgumentException if something else has written the text */
    static Map<String, String> of(String text) {
        Map<String, String> fields = new HashMap<>();
        String name = null;
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                part.append(special(text, i));
            } else if (c == '=' && name == null) {
                name = part.toString();
                part.setLength(0);
            } else if (c == '\n') {
                put(fields, name, part);
                name = null;
            } else {
                part.append(c);
            }
        }
        put(fields, name, part);
        return Map.copyOf(fields);
    }

    private static char special(String text, int at) {
        int escaped = at < text.length() ? ESCAPED.indexOf(text.charAt(at)) : -1;
        if (escaped < 0) {
            throw new IllegalArgumentException("an unknown escape at character " + at);
        }
        return SPECIAL.charAt(escaped);
    }

    private static void put(Map<String, String> fields, String name, StringBuilder value) {
        if (name != null) {
            fields.put(name, value.toString());
        } else if (!value.isEmpty()) {
            throw new IllegalArgumentException("a line without a name");
        }
        value.setLength(0);
    }
}
