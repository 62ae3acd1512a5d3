/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import java.util.List;

/**
 * Which paths a rule means: {@code *} alone means all, within a path it means any one part, and {@code **} at the end all
 * that begin so.
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
