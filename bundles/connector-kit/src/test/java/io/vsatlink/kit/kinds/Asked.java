/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.kinds;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A request, as its text came. */
record Asked(String text) {

    String line() {
        return text.substring(0, text.indexOf('\r'));
    }

    /** Decoded, without the query. */
    String path() {
        String target = line().split(" ", -1)[1];
        String path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** Empty where it has none. */
    String header(String name) {
        return text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    Map<String, String> query() {
        String target = line().split(" ", -1)[1];
        return parameters(target.contains("?") ? target.substring(target.indexOf('?') + 1) : "");
    }

    Map<String, String> form() {
        return parameters(body());
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] both = each.split("=", 2);
            parameters.put(
                    URLDecoder.decode(both[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
