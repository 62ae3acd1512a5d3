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
    private static final String SPECIAL = "\\\t\n\r\f=:#!";
    private static final String ESCAPED = "\\tnrf=:#!";

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
            int special = SPECIAL.indexOf(c);
            if (special >= 0) {
                text.append('\\').append(ESCAPED.charAt(special));
            } else if (c == ' ' && i < spaces) {
                text.append("\\ ");
            } else {
                text.append(c);
            }
        }
    }

    static Map<String, String> of(String text) {
        Map<String, String> fields = new HashMap<>();
        String name = null;
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                int escaped = ESCAPED.indexOf(text.charAt(i));
                part.append(escaped < 0 ? text.charAt(i) : SPECIAL.charAt(escaped));
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

    private static void put(Map<String, String> fields, String name, StringBuilder value) {
        if (name != null) {
            fields.put(name, value.toString());
        }
        value.setLength(0);
    }
}
