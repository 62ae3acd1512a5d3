/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.nio.file.Path;
import java.util.Map;

/** The configuration of the element in the killed container. */
final class Element {
    static final String NAME = "uat";

    private Element() {}

    /** By PID. */
    static Map<String, Map<String, String>> configurations(int vendorPort, Path files) {
        return Map.of(
                "io.vsatlink.satprov~" + NAME,
                Map.of(
                        "host", "http://127.0.0.1",
                        "port", String.valueOf(vendorPort),
                        "apiUsername", "vsat",
                        "apiPassword", "secret"),
                "io.vsatlink.exporter~" + NAME,
                Map.of(
                        "fileExport", "enabled",
                        "fileExportPath", files.toString(),
                        "formats", "csv,jsonl"));
    }
}
