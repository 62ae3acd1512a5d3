/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** Compares our data with the simulator's, row by row and field by field. */
public final class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Oracle() {}

    public static void assertStoreEquals(Map<String, JsonNode> truth, Snapshot snapshot, Dataset dataset)
            throws Exception {
        try (Stream<Row> stored = snapshot.rows(dataset)) {
            assertRowsEqual(truth, stored.iterator(), dataset);
        }
    }

    /** @param rows ordered by key */
    public static void assertRowsEqual(Map<String, JsonNode> truth, Iterator<Row> rows, Dataset dataset)
            throws Exception {
        for (Map.Entry<String, JsonNode> expected : truth.entrySet()) {
            assertTrue(dataset + " lacks " + expected.getKey(), rows.hasNext());
            Row row = rows.next();
            assertEquals(dataset.key(), expected.getKey(), row.key());
            for (Column column : dataset.columns()) {
                String where = dataset.key() + " " + row.key() + " " + column.name();
                assertValue(where, expected.getValue().path(column.name()), stored(row.get(column.name())));
            }
            assertEquals(row.key(), extra(expected.getValue(), dataset), json(row.extraJson()));
        }
        assertTrue(dataset + " has rows that the vendor has not", !rows.hasNext());
    }

    public static void assertCsvEquals(Map<String, JsonNode> truth, Path file, Dataset dataset) throws Exception {
        assertTrue(
                file + " does not end its last line with CRLF",
                Files.readString(file).endsWith("\r\n"));
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            Iterator<NamedCsvRecord> records = csv.iterator();
            for (Map.Entry<String, JsonNode> expected : truth.entrySet()) {
                assertTrue(file + " lacks " + expected.getKey(), records.hasNext());
                NamedCsvRecord record = records.next();
                for (Column column : dataset.columns()) {
                    String where = file + " " + expected.getKey() + " " + column.name();
                    assertCell(where, expected.getValue().path(column.name()), record.getField(column.name()), column);
                }
                String extra = record.getField("extra");
                assertEquals(
                        expected.getKey(),
                        extra(expected.getValue(), dataset),
                        extra.isEmpty() ? null : JSON.readTree(extra));
            }
            assertTrue(file + " has rows that the vendor has not", !records.hasNext());
        }
    }

    private static void assertCell(String where, JsonNode expected, String cell, Column column) throws Exception {
        if (expected.isMissingNode() || expected.isNull()) {
            assertEquals(where, "", cell);
            return;
        }
        switch (column.type()) {
            case INTEGER, DECIMAL -> assertEquals(where, expected.asDouble(), Double.parseDouble(cell), 0);
            case OBJECTS -> assertEquals(where, expected, JSON.readTree(cell));
            default -> assertEquals(where, guarded(expected.asText(), cell), cell);
        }
    }

    /**
     * Applies the formula guard to a text that a spreadsheet would read as a formula; numbers with a sign are left
     * alone.
     */
    private static String guarded(String expected, String cell) {
        boolean formula = expected.matches("(?s)[=@\\t\\r].*");
        boolean perhaps = expected.matches("(?s)[+-].*") && cell.startsWith("'");
        return formula || perhaps ? "'" + expected : expected;
    }

    private static void assertValue(String where, JsonNode expected, Object actual) throws Exception {
        if (expected.isMissingNode() || expected.isNull()) {
            assertNull(where, actual);
        } else if (expected.isArray()) {
            assertEquals(where, expected, JSON.readTree((String) actual));
        } else if (expected.isNumber()) {
            assertEquals(where, expected.asDouble(), ((Number) actual).doubleValue(), 0);
        } else if (expected.isBoolean()) {
            assertEquals(where, expected.asBoolean(), actual);
        } else {
            assertEquals(where, expected.asText(), actual);
        }
    }

    private static Object stored(Object value) {
        return value instanceof TimeValue time ? time.text() : value;
    }

    /** The vendor's fields that have no column. */
    private static JsonNode extra(JsonNode truth, Dataset dataset) {
        ObjectNode rest = truth.deepCopy();
        dataset.columns().forEach(column -> rest.remove(column.name()));
        return rest.isEmpty() ? null : rest;
    }

    private static JsonNode json(String text) throws Exception {
        return text == null ? null : JSON.readTree(text);
    }
}
