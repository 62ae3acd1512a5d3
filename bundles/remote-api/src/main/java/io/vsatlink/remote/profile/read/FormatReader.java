/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.AnswerFormat;
import io.vsatlink.remote.profile.AnswerFormat.Kind;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.List;
import java.util.Map;

/** Reads the part of a profile that says what the answers of a listing are written in. */
final class FormatReader {
    private static final Map<String, Kind> KINDS =
            Map.of("json", Kind.JSON, "jsonLines", Kind.JSON_LINES, "csv", Kind.CSV, "xml", Kind.XML);

    /** What stands beside rows, where nothing does. */
    private static final List<String> BESIDE =
            List.of("totalPointer", "totalPagesPointer", "sizePointer", "nextPointer", "morePointer", "lastPointer");

    private final ProfileNode listing;

    FormatReader(ProfileNode listing) {
        this.listing = listing;
    }

    /** Of a part whose shape is right. */
    AnswerFormat read() {
        ProfileNode format = listing.at("format");
        if (format.json().isTextual()) {
            return new AnswerFormat(KINDS.getOrDefault(format.json().textValue(), Kind.JSON), ',');
        }
        String separator = format.at("csv").text("separator");
        return separator == null || separator.isEmpty()
                ? AnswerFormat.JSON
                : new AnswerFormat(Kind.CSV, separator.charAt(0));
    }

    /** Whether its answers are rows and nothing else. */
    static boolean rowsOnly(AnswerFormat format) {
        return format.kind() == Kind.CSV || format.kind() == Kind.JSON_LINES;
    }

    /** Refuses what has no place in such answers. */
    void checkRowsOnly(AnswerFormat format, ProfileNode paging) {
        if (!rowsOnly(format)) {
            return;
        }
        String words = format.kind().words();
        if (listing.has("itemPointer")
                || (listing.has("itemsPointer") && !listing.text("itemsPointer").isEmpty())) {
            listing.at(listing.has("itemPointer") ? "itemPointer" : "itemsPointer")
                    .refuse("leads nowhere in " + words + ", where each line is a row: write \"itemsPointer\": \"\"");
        }
        BESIDE.stream().filter(paging::has).forEach(each -> listing.at("format")
                .refuse("leaves no place for " + each + ", because " + words
                        + " has rows only; use a header, or a paging of its own for this listing"));
    }
}
