/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Rows as members of an object, by key; nested names, and numbers as texts with a decimal comma. */
final class KeyedVendor extends OtherVendor {
    private static final Map<String, List<String>> NESTED = Map.ofEntries(
            Map.entry("customerNumber", List.of("customer", "number")),
            Map.entry("locationId", List.of("location", "id")),
            Map.entry("circuitId", List.of("circuit", "id")),
            Map.entry("contactId", List.of("contact", "id")),
            Map.entry("latitude", List.of("geo", "lat")),
            Map.entry("longitude", List.of("geo", "lon")),
            Map.entry("lastModified", List.of("meta", "modified")),
            Map.entry("serialNumber", List.of("hardware", "serial")),
            Map.entry("model", List.of("hardware", "model")),
            Map.entry("peakRateKbps", List.of("rate", "peak")),
            Map.entry("committedRateKbps", List.of("rate", "committed")),
            Map.entry("city", List.of("address", "city")));

    KeyedVendor(Map<Dataset, List<JsonNode>> rows) throws IOException {
        super(rows);
    }

    @Override
    String profile() {
        return "keyed.json";
    }

    @Override
    void answer(Asked asked) throws IOException {
        if (asked.what().equals("POST /session")) {
            boolean good = asked.json().at("/credentials/secret").asText().equals(PASSWORD)
                    && asked.json().at("/kind").asText().equals("machine");
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("session").put("id", 4711);
            asked.answer(good ? 201 : 401, answer);
        } else if (!asked.header("X-Session").equals("4711")) {
            asked.answer(440, JSON.createObjectNode());
        } else {
            Dataset dataset = dataset(asked.last());
            int size = asked.number("rows");
            ObjectNode result = JSON.createObjectNode();
            ObjectNode rows = result.putObject("result").putObject("rows");
            rows(dataset, (asked.number("page") - 1L) * size, size).forEach(row -> {
                String key = row.get(dataset.keyColumn().name()).asText();
                rows.set(key, told(dataset, row, (into, field, value) -> tell(dataset, into, field, value)));
            });
            ((ObjectNode) result.get("result"))
                    .put("count", String.valueOf(rows(dataset).size()));
            asked.answer(200, result);
        }
    }

    private static void tell(Dataset dataset, ObjectNode into, String field, JsonNode value) {
        if (field.equals(dataset.keyColumn().name())) {
            return;
        }
        List<String> place = NESTED.getOrDefault(field, List.of(field));
        ObjectNode object = place.size() == 1 ? into : into.withObjectProperty(place.get(0));
        object.set(place.get(place.size() - 1), text(type(dataset, field), value));
    }

    private static JsonNode text(ColumnType type, JsonNode value) {
        if (value.isNull() || value.isContainerNode()) {
            return value;
        }
        String text = value.asText();
        return JSON.getNodeFactory()
                .textNode(
                        switch (type) {
                            case DECIMAL -> text.replace('.', ',');
                            case BOOLEAN -> text.equals("true") ? "Y" : "N";
                            default -> text;
                        });
    }
}
