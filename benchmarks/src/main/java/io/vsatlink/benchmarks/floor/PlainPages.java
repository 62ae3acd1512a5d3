/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Derby;
import io.vsatlink.benchmarks.PageQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code PlainPages <database folder> <warm up> <times> <file> <query ...>}: runs the queries and writes their rows to
 * the file once.
 */
public final class PlainPages {

    private PlainPages() {}

    public static void main(String... arguments) throws Exception {
        List<PageQuery> queries =
                Stream.of(arguments).skip(4).map(PageQuery::valueOf).toList();
        try (Derby derby = Derby.open(Path.of(arguments[0]))) {
            List<String> lines = ask(derby, queries, Integer.parseInt(arguments[1]));
            Stopwatch watch = new Stopwatch();
            List<String> again = ask(derby, queries, Integer.parseInt(arguments[2]));
            watch.stop();
            if (!again.equals(lines)) {
                throw new IllegalStateException("the same query has two answers");
            }
            Files.write(Path.of(arguments[3]), lines);
        }
    }

    /** The rows of the last run. */
    private static List<String> ask(Derby derby, List<PageQuery> queries, int times) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            lines.clear();
            for (PageQuery query : queries) {
                try (ResultSet rows = derby.query(query.sql())) {
                    for (int place = 0; rows.next(); place++) {
                        lines.add(line(query, place, rows));
                    }
                }
            }
        }
        return lines;
    }

    /** Reads all columns of the row, as needed to show it. */
    private static String line(PageQuery query, int place, ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Dataset.CIRCUITS.columns().size(); i++) {
            cells.add(Objects.toString(row.getString(i + 1), ""));
        }
        return query.line(place, cells);
    }
}
