/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.core.JsonPointer;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ColumnProfile.Missing;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the part of a profile that says where one value stands and how it is written. */
final class ColumnReader {
    /** Where rows keep what no column has, in exports and tables. */
    private static final String REST = "extra";

    private ColumnReader() {}

    /** A value that the connector wants; null after a mistake. */
    static ColumnProfile read(ProfileNode node, String name, ColumnType type) {
        if (node.sound() && node.has("type") && type(node) != type) {
            node.at("type").refuse("must be " + word(type) + " for this column");
        }
        return described(node, name, type);
    }

    /** A value that only the profile's author wants: its type has to be told. */
    static ColumnProfile readAdded(ProfileNode node, String name) {
        if (node.sound() && !node.has("type")) {
            node.refuse("is not a known column; to add it, write {\"pointer\": …, \"type\": …} with one of the types "
                    + Arrays.stream(ColumnType.values()).map(ColumnReader::word).collect(Collectors.joining(", ")));
        } else if (name.equals(REST)) {
            node.refuse("is reserved for fields without a column");
        }
        return node.sound() ? described(node, name, type(node)) : null;
    }

    private static ColumnProfile described(ProfileNode node, String name, ColumnType type) {
        node.at("table").allowPlaceholders(Set.of());
        if (!node.sound()) {
            return null;
        }
        String pointer = node.json().isTextual() ? node.json().textValue() : node.text("pointer");
        Written written = WrittenReader.read(node.at("written"), type);
        String whenMissing = node.text("whenMissing");
        String instead = node.at("whenMissing").text("take");
        ColumnProfile column = new ColumnProfile(
                name,
                pointer == null ? null : JsonPointer.compile(pointer),
                type,
                written,
                node.has("missing") ? Set.copyOf(node.texts("missing")) : ColumnProfile.usuallyMissing(type),
                instead != null ? Missing.INSTEAD : "refuse".equals(whenMissing) ? Missing.REFUSE : Missing.EMPTY,
                instead,
                node.textMap("table"));
        return node.sound() ? column : null;
    }

    private static ColumnType type(ProfileNode node) {
        return ColumnType.valueOf(node.text("type").toUpperCase(Locale.ROOT));
    }

    private static String word(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
