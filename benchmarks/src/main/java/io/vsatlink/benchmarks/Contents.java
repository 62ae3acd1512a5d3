/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes a {@link Content} that is the same for the same rows, whether they come from a vendor, a table or a file:
 * column values are texts, and null is empty.
 */
final class Contents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contents() {}

    /** @param lines one JSON object each */
    static Content ofVendor(Dataset dataset, Stream<String> lines) {
        return lines.map(Contents::parse)
                .map(row -> joined(dataset, column -> text(row.path(column.name()))))
                .collect(Content.ofRows());
    }

    /** @param table a table or view with a column for each of the dataset's */
    static Content ofTable(Dataset dataset, Path database, String table) throws SQLException {
        try (Derby derby = Derby.open(database);
                ResultSet rows = derby.query("SELECT * FROM " + table)) {
            return ofRows(dataset, rows);
        }
    }

    static Content ofRows(Dataset dataset, ResultSet rows) {
        Stream<String> all = Stream.generate(() -> next(dataset, rows)).takeWhile(row -> row != null);
        return all.collect(Content.ofRows());
    }

    static Content ofCsv(Dataset dataset, Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream()
                    .map(row -> joined(dataset, column -> row.getField(column.name())))
                    .collect(Content.ofRows());
        }
    }

    /** The records of an inventory file. */
    static Content ofInventory(Path file) throws IOException {
        try (JsonParser json = JSON.createParser(file.toFile())) {
            while (json.nextToken() != JsonToken.START_ARRAY) {
                // skip to the records
            }
            json.nextToken();
            Stream<JsonNode> records = Stream.generate(() -> record(json)).takeWhile(record -> record != null);
            return records.map(JsonNode::toString).collect(Content.ofRows());
        }
    }

    private static String joined(Dataset dataset, Function<Column, String> cell) {
        return dataset.columns().stream().map(cell).collect(Collectors.joining("\u0001"));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? ""
                : value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String next(Dataset dataset, ResultSet rows) {
        try {
            return !rows.next() ? null : joined(dataset, column -> text(rows, Columns.sqlName(column)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ResultSet row, String column) {
        try {
            String text = row.getString(column);
            return text == null ? "" : text;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode record(JsonParser json) {
        try {
            JsonNode record = json.currentToken() == JsonToken.START_OBJECT ? JSON.readTree(json) : null;
            json.nextToken();
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
