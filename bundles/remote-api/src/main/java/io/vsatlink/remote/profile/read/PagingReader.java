/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.Locale;

/** Reads the part of a profile that says how pages are asked for. */
final class PagingReader {

    private PagingReader() {}

    /** Of a sound part. What a style does not have is not in the part either: the schema refuses it. */
    static PagingProfile read(ProfileNode node) {
        Style style = Style.valueOf(node.text("style").toUpperCase(Locale.ROOT));
        return new PagingProfile(
                style,
                node.text(style.key() + "Parameter"),
                node.text("sizeParameter"),
                node.integer("firstPage"),
                node.text("nextPointer"),
                node.text("totalPointer"),
                node.text("totalPagesPointer"),
                node.text("sizePointer"));
    }
}
