/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Assert;

/** Computes the expected inventory with a simple join of the simulator's rows. */
final class InventoryOracle {
    private final Map<Dataset, Map<String, JsonNode>> truth;

    private InventoryOracle(Map<Dataset, Map<String, JsonNode>> truth) {
        this.truth = truth;
    }

    static void assertEquals(Map<Dataset, Map<String, JsonNode>> truth, JsonNode inventory) {
        InventoryOracle oracle = new InventoryOracle(truth);
        JsonNode records = inventory.get("records");
        int i = 0;
        for (JsonNode circuit : truth.get(Dataset.CIRCUITS).values()) {
            Assert.assertEquals(oracle.record(circuit), records.get(i++));
        }
        Assert.assertEquals(i, records.size());
    }

    private ObjectNode record(JsonNode circuit) {
        JsonNode customer = one(Dataset.CUSTOMERS, text(circuit, "customerNumber"));
        JsonNode location = one(Dataset.LOCATIONS, text(circuit, "locationId"));
        ObjectNode record = object(circuit, "circuitAlias", "circuitId", "status");
        record.setAll(object(location, "country"));
        record.setAll(object(customer, "customerName", "espCustomerShortName"));
        record.setAll(object(location, "espLocationName", "streetAddress1", "city"));
        List<JsonNode> devices = where(Dataset.DEVICES, "circuitId", text(circuit, "circuitId"));
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(Stream.of(circuit), devices.stream())
                .map(row -> text(row, "dnsEntityName"))
                .filter(name -> name != null && !name.isEmpty())
                .forEach(names::add);
        ArrayNode dns = record.putArray("dnsEntityNames");
        names.forEach(dns::add);
        list(record, "contactInfos", contacts(circuit), "name", "telephone", "email");
        list(record, "devices", devices, "type", "device", "model", "isDeIce");
        list(
                record,
                "locationEquipments",
                where(Dataset.LOCATION_EQUIPMENTS, "locationId", text(circuit, "locationId")),
                columns(Dataset.LOCATION_EQUIPMENTS));
        list(
                record,
                "espPirs",
                where(Dataset.ESP_PIRS, "circuitId", text(circuit, "circuitId")),
                columns(Dataset.ESP_PIRS));
        return record;
    }

    private Collection<JsonNode> contacts(JsonNode circuit) {
        Map<String, JsonNode> chosen = new LinkedHashMap<>();
        where(Dataset.OUTAGE_CONTACTS, "circuitId", text(circuit, "circuitId")).stream()
                .sorted(Comparator.comparing(contact -> contact.path("priority").isNumber()
                        ? contact.get("priority").asLong()
                        : Long.MAX_VALUE))
                .map(contact -> text(contact, "contactId"))
                .filter(id -> id != null && truth.get(Dataset.CONTACT_INFO).containsKey(id))
                .forEach(id ->
                        chosen.putIfAbsent(id, truth.get(Dataset.CONTACT_INFO).get(id)));
        where(Dataset.CONTACT_INFO, "locationId", text(circuit, "locationId"))
                .forEach(contact -> chosen.putIfAbsent(text(contact, "contactId"), contact));
        return chosen.values();
    }

    private JsonNode one(Dataset dataset, String key) {
        return key == null ? null : truth.get(dataset).get(key);
    }

    private List<JsonNode> where(Dataset dataset, String field, String value) {
        return value == null
                ? List.of()
                : truth.get(dataset).values().stream()
                        .filter(row -> value.equals(text(row, field)))
                        .toList();
    }

    private static void list(ObjectNode record, String name, Collection<JsonNode> rows, String... fields) {
        ArrayNode list = record.putArray(name);
        rows.forEach(row -> list.add(object(row, fields)));
    }

    private static ObjectNode object(JsonNode row, String... fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            JsonNode value = row == null ? null : row.get(field);
            object.set(field, value == null ? JsonNodeFactory.instance.nullNode() : value);
        }
        return object;
    }

    private static String[] columns(Dataset dataset) {
        return dataset.columns().stream().map(Column::name).toArray(String[]::new);
    }

    /** The field as text; null if it is missing or null. */
    private static String text(JsonNode row, String field) {
        return row.hasNonNull(field) ? row.get(field).asText() : null;
    }
}
