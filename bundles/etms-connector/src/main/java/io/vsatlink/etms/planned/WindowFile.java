/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.planned;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A CSV file of windows: a line with the names of the columns, and a line for each window. Readers of CSV go on to the next lines
 * where a quotation mark is not closed; here that is a mistake, because the windows on those lines would be lost.
 */
final class WindowFile {
    private static final String BEGIN = "start";
    private static final String END = "end";
    private static final String ZONE = "zone";
    private static final String SUMMARY = "summary";
    private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(,|$)");
    private static final Set<String> OF_CIRCUITS =
            Dataset.CIRCUITS.columns().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());

    private WindowFile() {}

    /**
     * @param name of the file, for sentences that users read
     * @throws IllegalArgumentException with a sentence
     */
    static List<Window> windows(String name, List<String> lines) {
        List<Window> windows = new ArrayList<>();
        List<String> columns = List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? lines.get(i).replace("\uFEFF", "") : lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            try {
                List<String> cells = cells(line);
                if (columns.isEmpty()) {
                    columns = checked(cells);
                } else {
                    windows.add(window(name, columns, cells));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + " of " + name + ": " + e.getMessage(), e);
            }
        }
        return windows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        int at = 0;
        do {
            if (!cell.find(at) || cell.start() != at) {
                throw new IllegalArgumentException("a quotation mark is not closed, or is inside a cell without them");
            }
            String quoted = cell.group(1);
            cells.add((quoted == null ? cell.group(2) : quoted.replace("\"\"", "\"")).strip());
            at = cell.end();
        } while (!cell.group(3).isEmpty());
        return cells;
    }

    private static List<String> checked(List<String> columns) {
        for (String column : columns) {
            if (!OF_CIRCUITS.contains(column)
                    && !Set.of(BEGIN, END, ZONE, SUMMARY).contains(column)) {
                throw new IllegalArgumentException(
                        "\"" + column + "\" is neither start, end, zone or summary nor a column of"
                                + " circuits, like circuitId, locationId, customerNumber or nms");
            }
        }
        if (!columns.containsAll(Set.of(BEGIN, END))) {
            throw new IllegalArgumentException("the columns start and end are missing");
        }
        return columns;
    }

    private static Window window(String file, List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells instead of " + columns.size());
        }
        Map<String, String> about = new HashMap<>();
        Map<String, String> others = new HashMap<>(Map.of(ZONE, "", SUMMARY, ""));
        for (int i = 0; i < cells.size(); i++) {
            Map<String, String> to = OF_CIRCUITS.contains(columns.get(i)) ? about : others;
            if (!cells.get(i).isEmpty()) {
                to.put(columns.get(i), cells.get(i));
            }
        }
        if (about.isEmpty()) {
            throw new IllegalArgumentException("it does not say which circuits are concerned");
        }
        String zone = others.get(ZONE);
        var begin = WindowTime.begin(others.getOrDefault(BEGIN, ""), zone);
        var end = WindowTime.end(others.getOrDefault(END, ""), zone);
        if (!end.isAfter(begin)) {
            throw new IllegalArgumentException("it ends before it starts");
        }
        String summary = others.get(SUMMARY);
        return new Window(begin, end, about, summary.isEmpty() ? file : summary);
    }
}
