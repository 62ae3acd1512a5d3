/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.apis.MetVendor;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Profiles of this package's resources, in the {@code etc} of a container. */
final class Profiles {
    static final String USER = "ops";
    static final String PASSWORD = "s3cret-Pa55";

    private Profiles() {}

    /** Lays it down where an element finds it. */
    static void put(Path data, String profile) throws Exception {
        try (InputStream text = Profiles.class.getResourceAsStream(profile)) {
            put(data, profile, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static void put(Path data, String name, String text) throws Exception {
        Files.writeString(Files.createDirectories(data.resolve("etc")).resolve(name), text);
    }

    /** An element that polls these datasets of a vendor and no other. */
    static MetVendor meet(Path data, String profile, URI vendor, Collection<Dataset> datasets, Map<String, String> more)
            throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(vendor.getPort()),
                "apiUsername", USER,
                "apiPassword", PASSWORD,
                "profile", profile));
        for (Dataset dataset : Dataset.values()) {
            if (!datasets.contains(dataset)) {
                settings.put(dataset.key() + ".state", "disabled");
            }
        }
        settings.putAll(more);
        return MetVendor.start(data, settings);
    }
}
