/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A valid profile with one listing, and a table of possible mistakes. */
public final class SampleProfile {
    public static final ProfileNeeds NEEDS = NeededCircuits.with(new Column("status", ColumnType.TEXT, false));

    private SampleProfile() {}

    public static VendorProfile read(String json) throws ProfileException {
        return ProfileReader.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "vendor.json", NEEDS);
    }

    /** For each mistake: the correct text, the wrong text, the expected message, and what detects it. */
    public static List<String[]> cells() throws IOException {
        return text("/mistakes.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ?\\| ?", -1))
                .toList();
    }

    public static String text() throws IOException {
        return text("/vendor.json");
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = SampleProfile.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
