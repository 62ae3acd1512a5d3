/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.content;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page that can be changed: its header fields and its rows.
 *
 * @param rowsField the field that contains the rows; null for an answer that is one ticket, which is its only row
 */
record Page(Map<String, Object> fields, String rowsField, List<Map<String, Object>> rows) {
    /** The fields that contain lists in the answers of the two platforms. */
    private static final List<String> ROWS = List.of("items", "tickets", "activities");

    private static final String TICKET = "ticketId";

    /** Parses a page; returns empty if the body is not a page. */
    static Optional<Page> read(byte[] body) throws IOException {
        try {
            Map<String, Object> fields =
                    Fields.read(new ByteArrayInputStream(body)).values();
            for (String name : ROWS) {
                if (fields.get(name) instanceof List<?> items) {
                    List<Map<String, Object>> rows = new ArrayList<>();
                    items.forEach(item -> rows.add(Fields.of(item, "A row").values()));
                    return Optional.of(new Page(fields, name, rows));
                }
            }
            if (fields.containsKey(TICKET)) {
                return Optional.of(new Page(fields, null, new ArrayList<>(List.of(fields))));
            }
        } catch (BadInput e) {
            // not a page, for instance the fixed answer of the same rule
        }
        return Optional.empty();
    }

    int number(String field) {
        return ((Number) fields.get(field)).intValue();
    }

    byte[] bytes() throws IOException {
        if (rowsField != null) {
            fields.put(rowsField, rows);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.writer(bytes)) {
            Json.write(json, fields);
        }
        return bytes.toByteArray();
    }
}
