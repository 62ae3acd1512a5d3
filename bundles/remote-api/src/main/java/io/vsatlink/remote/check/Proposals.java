/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.draft.sample.ListPointers;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Suggests additions to a profile from the rows that were read. Not thread-safe. */
final class Proposals {
    /** The most texts for which a translation table is suggested. */
    private static final int MOST_TEXTS = 12;

    /** Texts of an enumeration repeat: at least this many rows for each distinct text. */
    private static final int ROWS_PER_TEXT = 3;

    /** Identifiers are not translated. */
    private static final Pattern NAMES = Pattern.compile("(Id|Number|Ip|Name)$");

    private static final int MOST_ROWS = 500;

    private final List<ColumnProfile> columns;
    private final Map<Integer, Map<String, Integer>> texts = new TreeMap<>();
    private final List<JsonNode> left = new ArrayList<>();

    /** @param columns null for one that the vendor does not have */
    Proposals(List<ColumnProfile> columns) {
        this.columns = columns;
    }

    void add(Item.Read row) {
        for (int i = 0; i < row.values().size(); i++) {
            if (row.values().get(i) instanceof String text) {
                add(i, text);
            }
        }
        if (row.extra() != null && left.size() < MOST_ROWS) {
            left(row.extra());
        }
    }

    private void add(int place, String text) {
        ColumnProfile column = columns.get(place);
        if (column != null && (mayHaveTable(column) || isNotInTable(column, text))) {
            Map<String, Integer> seen = texts.computeIfAbsent(place, each -> new LinkedHashMap<>());
            if (seen.size() <= MOST_TEXTS) {
                seen.merge(text, 1, Integer::sum);
            }
        }
    }

    private static boolean mayHaveTable(ColumnProfile column) {
        return column.type() == ColumnType.TEXT
                && column.words().isEmpty()
                && !NAMES.matcher(column.name()).find();
    }

    /** Whether a word was stored as it is although the column translates others. */
    private static boolean isNotInTable(ColumnProfile column, String text) {
        Words words = column.words();
        return column.type() == ColumnType.TEXT
                && !words.table().isEmpty()
                && words.otherwise() == null
                && !words.table().containsValue(text);
    }

    private void left(String extra) {
        try {
            JsonNode rest =
                    Document.read(extra.getBytes(StandardCharsets.UTF_8)).root();
            if (rest instanceof ObjectNode object) {
                for (int i = 0; i < columns.size(); i++) {
                    // the columns that the profile adds are here
                    JsonNode added = columns.get(i) == null
                            ? null
                            : object.remove(columns.get(i).name());
                    if (added != null && added.isTextual() && isNotInTable(columns.get(i), added.textValue())) {
                        add(i, added.textValue());
                    }
                }
                left.add(object);
            }
        } catch (MalformedAnswer e) {
            // larger than a response may be: nothing to suggest
        }
    }

    /** One line for each column with few distinct texts, and for each list from which a pointer can select. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        texts.forEach((column, seen) -> {
            String name = columns.get(column).name();
            if (!columns.get(column).words().isEmpty()) {
                lines.add(name + ": not in the \"table\" and stored as they are: " + words(seen));
                return;
            }
            int rows = seen.values().stream().mapToInt(Integer::intValue).sum();
            if (seen.size() > 1 && seen.size() <= MOST_TEXTS && rows >= ROWS_PER_TEXT * seen.size()) {
                lines.add(name + ": if ours differ, translate by a \"table\": " + words(seen));
            }
        });
        ListPointers.in(left).forEach(pointer -> lines.add("a column may be at " + pointer));
        return lines;
    }

    private static String words(Map<String, Integer> seen) {
        return seen.entrySet().stream()
                .map(each -> TextNode.valueOf(each.getKey()) + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
