/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parses the query of a URL. The servlet API's parser throws different exceptions on different servers for invalid
 * input.
 */
public final class Query {

    private Query() {}

    /**
     * Returns the parameters of a query; for a repeated name, the first value.
     *
     * @param query the query as received, without the question mark; null for none
     * @throws IllegalArgumentException if the query is not percent-encoded UTF-8; the message is a sentence
     */
    public static Map<String, String> of(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            String[] words = pair.split("=", 2);
            if (!pair.isEmpty()) {
                parameters.putIfAbsent(decoded(words[0]), words.length == 1 ? "" : decoded(words[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '%') {
                bytes.write(hex(text, i + 1));
                i += 2;
            } else if (each == '+') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(each).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the query is not UTF-8, percent-encoded", e);
        }
    }

    private static int hex(String text, int from) {
        if (from + 2 > text.length()
                || !HexFormat.isHexDigit(text.charAt(from))
                || !HexFormat.isHexDigit(text.charAt(from + 1))) {
            throw new IllegalArgumentException("the query has a % that is not followed by two hexadecimal digits");
        }
        return HexFormat.fromHexDigits(text, from, from + 2);
    }
}
