/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as the server received it.
 *
 * @param target path and query, undecoded
 * @param headers by case-insensitive name
 */
public record Heard(String method, String target, Map<String, String> headers, String body) {

    static Heard of(String request) {
        int end = request.indexOf("\r\n\r\n");
        List<String> head = request.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon), line.substring(colon + 1).strip(), (one, other) -> one + "\n" + other);
        }
        String[] words = head.get(0).split(" ", -1);
        return new Heard(words[0], words[1], headers, request.substring(end + 4));
    }

    public String path() {
        return target.replaceFirst("\\?.*", "");
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public Map<String, String> query() {
        return target.contains("?") ? pairs(target.substring(target.indexOf('?') + 1)) : Map.of();
    }

    public Map<String, String> form() {
        return header("Content-Type").startsWith("application/x-www-form-urlencoded") ? pairs(body) : Map.of();
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] both = pair.split("=", 2);
            String before = pairs.put(decoded(both[0]), both.length > 1 ? decoded(both[1]) : "");
            if (before != null) {
                throw new IllegalStateException(both[0] + " came twice in " + text);
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
