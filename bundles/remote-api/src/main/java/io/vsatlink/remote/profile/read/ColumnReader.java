/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.column.Cleaning;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.ColumnProfile.Missing;
import io.vsatlink.remote.profile.column.ValueSource;
import io.vsatlink.remote.profile.column.Words;
import io.vsatlink.remote.profile.column.Written;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the part of a profile that describes one column. */
final class ColumnReader {
    /** Where rows keep what no column has, in exports and tables. */
    private static final String REST = "extra";

    private final List<String> missing;

    /** @param missing texts that mean "no value" in each column that does not say it; null for the usual ones */
    ColumnReader(List<String> missing) {
        this.missing = missing;
    }

    /** A value that the connector wants; null after a mistake. */
    ColumnProfile read(ProfileNode node, String name, ColumnType type) {
        if (node.sound() && node.has("type") && type(node) != type) {
            node.at("type").refuse("must be " + word(type) + " for this column");
        }
        return described(node, name, type);
    }

    /** A value that only the profile's author wants: it must name its type. */
    ColumnProfile readAdded(ProfileNode node, String name) {
        if (node.sound() && !node.has("type")) {
            node.refuse("is not a known column; to add it, write {\"pointer\": …, \"type\": …} with one of the types "
                    + Arrays.stream(ColumnType.values()).map(ColumnReader::word).collect(Collectors.joining(", ")));
        } else if (name.equals(REST)) {
            node.refuse("is reserved for fields without a column");
        }
        return node.sound() ? described(node, name, type(node)) : null;
    }

    private ColumnProfile described(ProfileNode node, String name, ColumnType type) {
        List.of("table", "sent", "constant").forEach(each -> node.at(each).allowPlaceholders(Set.of()));
        if (!node.sound()) {
            return null;
        }
        ValueSource source = SourceReader.read(node);
        Written written = WrittenReader.read(node.at("written"), type);
        Cleaning cleaning = SourceReader.cleaning(node, source, type);
        String whenMissing = node.text("whenMissing");
        String instead = node.at("whenMissing").text("take");
        if (node.has("otherwise") && !node.has("table")) {
            node.at("otherwise").refuse("needs a table");
        }
        return node.sound()
                ? new ColumnProfile(
                        name,
                        source,
                        type,
                        written,
                        missing(node, type),
                        instead != null
                                ? Missing.INSTEAD
                                : "refuse".equals(whenMissing) ? Missing.REFUSE : Missing.EMPTY,
                        instead,
                        cleaning,
                        words(node))
                : null;
    }

    private Set<String> missing(ProfileNode node, ColumnType type) {
        if (node.has("missing")) {
            return Set.copyOf(node.texts("missing"));
        }
        return missing == null ? ColumnProfile.usuallyMissing(type) : Set.copyOf(missing);
    }

    private static Words words(ProfileNode node) {
        Map<String, JsonNode> sent = new LinkedHashMap<>();
        node.at("sent").json().properties().forEach(each -> sent.put(each.getKey(), each.getValue()));
        return new Words(node.textMap("table"), node.text("otherwise"), sent, node.any("sentOtherwise"));
    }

    private static ColumnType type(ProfileNode node) {
        return ColumnType.valueOf(node.text("type").toUpperCase(Locale.ROOT));
    }

    private static String word(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
