/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.NeededCircuits;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A draft from one saved response with circuits. */
record Drafting(String file, String text) {
    static final ProfileNeeds NEEDS = NeededCircuits.with(
            Column.text("circuitAlias"),
            Column.text("status"),
            Column.integer("serviceTier"),
            Column.text("countryCode"),
            Column.text("customerNumber"),
            Column.lookup("locationId"),
            Column.text("managementIp"),
            new Column("isOnline", ColumnType.BOOLEAN, false),
            Column.time("lastModified"));

    static Drafting of(String file) throws IOException {
        return new Drafting(
                file, new ProfileDraft(NEEDS).of("lab", List.of(SavedAnswer.of("circuits", file, bytes(file))), null));
    }

    static byte[] bytes(String file) throws IOException {
        try (InputStream in = Drafting.class.getResourceAsStream("/drafts/" + file)) {
            return in.readAllBytes();
        }
    }

    /** With the path filled in, which a saved response does not show. */
    Drafting withPath() {
        return new Drafting(file, text.replace("// fill in \"path\"", "\"path\": \"/circuits\", //"));
    }

    VendorProfile profile() throws ProfileException {
        return ProfileReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "lab.json", NEEDS);
    }

    ListingReport check() throws ProfileException, IOException {
        return new ProfileCheck(profile(), null).saved("circuits", file, bytes(file));
    }
}
