/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import java.io.IOException;
import java.util.Arrays;

/** {@link HandMapper} for circuits in the shape of {@link ListShape}, with the same checks. */
final class HandListMapper extends HandMapper {
    private static final int NOC_STATUS = column("nocStatus");
    private static final int CUSTOMER = column("customerNumber");

    /** The state of a circuit being read. */
    private static final class Reading {
        final Object[] values = new Object[COLUMNS];
        ObjectNode extra;
        int seen;
        boolean bad;

        void take(JsonParser json, int column) throws IOException {
            bad |= (seen & 1 << column) != 0;
            seen |= 1 << column;
            if (!json.hasToken(JsonToken.VALUE_NULL)) {
                values[column] = value(json, column);
                bad |= values[column] == null;
            }
        }

        void keep(String name, JsonNode value) {
            extra = extra == null ? JSON.createObjectNode() : extra;
            bad |= extra.replace(name, value) != null;
        }
    }

    @Override
    Row row(JsonParser json) throws IOException {
        Reading reading = new Reading();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> reading.take(json, KEY);
                case "serviceCharacteristic" -> elements(json, reading, name, "name", "value");
                case "relatedParty" -> elements(json, reading, name, "role", "id");
                case "nocStatus" -> nocStatus(json, reading);
                default -> {
                    int column = column(name);
                    if (column < 0) {
                        reading.keep(name, json.readValueAsTree());
                    } else {
                        reading.take(json, column);
                    }
                }
            }
        }
        String rest = reading.extra == null ? null : reading.extra.toString();
        boolean bad = reading.bad || (rest != null && rest.length() > Column.MAX_TEXT);
        return bad || !isKey((String) reading.values[KEY])
                ? null
                : new Row(Dataset.CIRCUITS, Arrays.asList(reading.values), rest);
    }

    private static void nocStatus(JsonParser json, Reading reading) throws IOException {
        reading.take(json, NOC_STATUS);
        String text = (String) reading.values[NOC_STATUS];
        String trimmed = text == null ? "" : text.strip();
        reading.values[NOC_STATUS] = trimmed.isEmpty() || trimmed.equals("N/A") ? null : trimmed;
    }

    private static void elements(JsonParser json, Reading reading, String list, String selector, String member)
            throws IOException {
        if (!json.hasToken(JsonToken.START_ARRAY)) {
            reading.keep(list, json.readValueAsTree());
            return;
        }
        ArrayNode left = null;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonNode rest = json.hasToken(JsonToken.START_OBJECT)
                    ? element(json, reading, selector, member)
                    : json.readValueAsTree();
            if (rest != null) {
                left = left == null ? JSON.createArrayNode() : left;
                left.add(rest);
            }
        }
        if (left != null) {
            reading.keep(list, left);
        }
    }

    /** The unused rest of the element; null for none. */
    private static JsonNode element(JsonParser json, Reading reading, String selector, String member)
            throws IOException {
        int column = -1;
        String selected = null;
        ObjectNode left = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (selected == null && left == null && name.equals(selector)) {
                selected = json.getText();
                column = wanted(selector, selected);
            } else if (column >= 0 && name.equals(member)) {
                reading.take(json, column);
            } else {
                left = left == null ? JSON.createObjectNode() : left;
                reading.bad |= left.replace(name, json.readValueAsTree()) != null;
            }
        }
        if (left == null) {
            return null;
        }
        return selected == null
                ? left
                : JSON.createObjectNode().put(selector, selected).setAll(left);
    }

    private static int wanted(String selector, String value) {
        if (selector.equals("role")) {
            return value.equals("customer") ? CUSTOMER : -1;
        }
        return ListShape.CHARACTERISTICS.contains(value) ? column(value) : -1;
    }
}
