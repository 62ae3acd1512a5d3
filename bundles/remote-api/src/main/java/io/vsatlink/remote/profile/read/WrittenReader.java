/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.column.Written;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Reads how the vendor writes a value: a word, or an object that says more. */
final class WrittenReader {

    private WrittenReader() {}

    /** Something, even after a mistake. */
    static Written read(ProfileNode node, ColumnType type) {
        boolean number = node.has("decimal");
        if (node.json().isMissingNode() || node.json().isNull()) {
            return new Written.Plainly();
        }
        switch (type) {
            case TIME -> {
                if (number) {
                    node.at("pattern").refuse("is missing; a time has it instead of decimal");
                }
            }
            case INTEGER, DECIMAL -> {
                if (!number) {
                    node.refuse("must be an object with the member decimal, for a number");
                }
            }
            case TEXT, BOOLEAN, OBJECTS -> node.refuse("is allowed for numbers and times only");
        }
        if (number) {
            String grouping = node.text("grouping");
            return new Written.Digits(node.text("decimal").charAt(0), grouping == null ? "" : grouping);
        }
        return node.has("pattern") ? pattern(node) : time(node.json().textValue());
    }

    private static Written time(String word) {
        return word.equals("iso") ? new Written.Plainly() : new Written.Epoch(word.equals("epochMillis"));
    }

    private static Written pattern(ProfileNode node) {
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(node.text("pattern"), Locale.ROOT);
            return new Written.Pattern(node.text("pattern"), formatter, zone(node));
        } catch (IllegalArgumentException e) {
            node.at("pattern").refuse("can't be parsed: " + e.getMessage());
            return new Written.Plainly();
        }
    }

    private static ZoneId zone(ProfileNode node) {
        try {
            return node.has("zone") ? ZoneId.of(node.text("zone")) : null;
        } catch (DateTimeException e) {
            node.at("zone").refuse("must be a time zone such as Europe/Brussels");
            return null;
        }
    }
}
