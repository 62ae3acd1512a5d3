/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import java.util.List;

/**
 * Selects paths: {@code *} alone matches all, within a path it matches any one segment, and {@code **} at the end
 * matches all paths with this prefix.
 */
record PathPattern(List<String> parts) {

    static PathPattern of(String text) {
        return new PathPattern(parts(text.equals("*") ? "**" : text));
    }

    boolean matches(String path) {
        List<String> called = parts(path);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).equals("**")) {
                return true;
            }
            if (i == called.size() || !(parts.get(i).equals("*") || parts.get(i).equals(called.get(i)))) {
                return false;
            }
        }
        return called.size() == parts.size();
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }
}
