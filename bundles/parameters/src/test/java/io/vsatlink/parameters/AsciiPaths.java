/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Map;

/** Validates a path with characters beyond ASCII and prints the problem. */
final class AsciiPaths {
    private AsciiPaths() {}

    public static void main(String[] arguments) {
        System.out.println(SettingCatalog.of(SampleConfig.class)
                .judge(Map.of("path", "/srv/exports/Z\u00fcrich"), Values.none())
                .problems());
    }
}
