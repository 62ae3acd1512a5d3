/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.draft.ListPointers;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What else a profile might say, by the rows that could be read. For one thread. */
final class Proposals {
    /** As many texts as a person would translate. */
    private static final int MOST_TEXTS = 12;

    /** A text of a few comes again and again. */
    private static final int ROWS_PER_TEXT = 3;

    /** What names things is not translated. */
    private static final Pattern NAMES = Pattern.compile("(Id|Number|Ip|Name)$");

    private static final int MOST_ROWS = 500;

    private final List<ColumnProfile> columns;
    private final Map<Integer, Map<String, Integer>> texts = new TreeMap<>();
    private final List<JsonNode> left = new ArrayList<>();

    /** @param columns as they are read; null for one that the vendor does not have */
    Proposals(List<ColumnProfile> columns) {
        this.columns = columns;
    }

    void add(Item.Read row) {
        for (int i = 0; i < row.values().size(); i++) {
            ColumnProfile column = columns.get(i);
            if (row.values().get(i) instanceof String text && column != null && mayHaveTable(column)) {
                Map<String, Integer> seen = texts.computeIfAbsent(i, each -> new LinkedHashMap<>());
                if (seen.size() <= MOST_TEXTS) {
                    seen.merge(text, 1, Integer::sum);
                }
            }
        }
        if (row.extra() != null && left.size() < MOST_ROWS) {
            left(row.extra());
        }
    }

    private static boolean mayHaveTable(ColumnProfile column) {
        return column.type() == ColumnType.TEXT
                && column.words().isEmpty()
                && !NAMES.matcher(column.name()).find();
    }

    private void left(String extra) {
        try {
            JsonNode rest =
                    Document.read(extra.getBytes(StandardCharsets.UTF_8)).root();
            if (rest instanceof ObjectNode object) {
                columns.stream().filter(column -> column != null).forEach(column -> object.remove(column.name()));
                left.add(object);
            }
        } catch (MalformedAnswer e) {
            // more than we would read of an answer: there is nothing to propose out of it
        }
    }

    /** One for each column of a few texts, and for each place in lists that a pointer can choose from. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        texts.forEach((column, seen) -> {
            int rows = seen.values().stream().mapToInt(Integer::intValue).sum();
            if (seen.size() > 1 && seen.size() <= MOST_TEXTS && rows >= ROWS_PER_TEXT * seen.size()) {
                lines.add(columns.get(column).name() + ": if ours differ, translate by a \"table\": " + words(seen));
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
