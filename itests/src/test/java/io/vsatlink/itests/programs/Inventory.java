/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.itests.apis.MetVendor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** An inventory with nested data, and what of it must be in the store. */
final class Inventory {
    private static final long CHANGED = 1_764_547_200_000L;

    private Inventory() {}

    /** So many circuits, and fewer of all else. */
    static ObjectNode of(int circuits) {
        ObjectNode all = JsonServer.JSON.createObjectNode();
        for (String list : new String[] {"circuits", "customers", "locations", "equipments", "contacts", "devices"}) {
            all.putArray(list);
        }
        for (int i = 1; i <= circuits; i++) {
            all.withArray("circuits").add(circuit(i));
            if (i % 3 == 0) {
                ObjectNode contact = all.withArray("contacts").addObject();
                contact.put("id", i)
                        .put("circuitId", "VS" + (i % 2 == 0 ? i : i - 1))
                        .put("priority", i % 4);
            }
        }
        for (int i = 1; i <= circuits / 4; i++) {
            ObjectNode customer = all.withArray("customers").addObject().put("id", i);
            customer.putObject("name").put(i % 2 == 0 ? "legal" : "short", "Customer " + i);
            ObjectNode location = all.withArray("locations").addObject().put("id", "L" + i);
            location.put("city", i % 5 == 0 ? "-" : "Zürich " + i)
                    .putArray("geo")
                    .add(47.25 + i)
                    .add(-8.5);
            for (int j = 0; j < i % 3; j++) {
                ObjectNode equipment = all.withArray("equipments").addObject();
                equipment.put("id", i + "-" + j).put("locationId", "L" + i).put("model", "M" + j);
            }
            all.withArray("devices")
                    .addObject()
                    .put("id", i)
                    .put("site", "S" + i % 7)
                    .put("number", i)
                    .put("model", "idu-7");
        }
        return all;
    }

    static ObjectNode circuit(int number) {
        ObjectNode circuit = JsonServer.JSON.createObjectNode().put("id", "VS" + number);
        circuit.put("state", number % 2 == 0 ? "2" : "1").put("changed", CHANGED + number);
        circuit.put("prefix", "10.0." + number / 250 + "." + number % 250 + "/30");
        circuit.putObject("sla").put("tier", number % 4);
        ObjectNode[] attributes = {
            JsonServer.JSON.createObjectNode().put("name", "alias").put("value", "A" + number),
            JsonServer.JSON.createObjectNode().put("name", "colour").put("value", "blue")
        };
        circuit.putArray("attributes").add(attributes[number % 2]).add(attributes[1 - number % 2]);
        circuit.putArray("parties").addObject().put("role", "payer").put("id", "P1");
        circuit.withArray("parties").addObject().put("role", "customer").put("id", "C" + number % 20);
        circuit.putArray("groups").add("noc").add("g" + number % 3);
        return circuit;
    }

    /** What the columns of the profile must have, by key. */
    static Map<String, Map<String, String>> expected(Dataset dataset, JsonNode all) {
        return switch (dataset) {
            case CIRCUITS -> byKey(all.path("circuits"), each -> each.path("id").asText(), Inventory::circuitColumns);
            case CUSTOMERS ->
                byKey(
                        all.path("customers"),
                        each -> each.path("id").asText(),
                        each -> Map.of(
                                "customerName",
                                each.at("/name/legal")
                                        .asText(each.at("/name/short").asText())));
            case LOCATIONS ->
                byKey(
                        all.path("locations"),
                        each -> each.path("id").asText(),
                        each -> Map.of(
                                "city", each.path("city").asText().replace("-", ""),
                                "latitude", each.at("/geo/0").asText(),
                                "longitude", each.at("/geo/1").asText()));
            case LOCATION_EQUIPMENTS ->
                byKey(
                        all.path("equipments"),
                        each -> each.path("id").asText(),
                        each -> Map.of(
                                "locationId",
                                each.path("locationId").asText(),
                                "model",
                                each.path("model").asText()));
            case OUTAGE_CONTACTS ->
                byKey(
                        all.path("contacts"),
                        each -> each.path("id").asText(),
                        each -> Map.of(
                                "circuitId",
                                each.path("circuitId").asText(),
                                "priority",
                                each.path("priority").asText()));
            case DEVICES ->
                byKey(
                        all.path("devices"),
                        each -> each.path("site").asText() + "-"
                                + each.path("number").asText(),
                        each -> Map.of("model", "IDU-7"));
            default -> throw new IllegalArgumentException(dataset + " is not in it");
        };
    }

    private static Map<String, String> circuitColumns(JsonNode circuit) {
        Map<String, String> alias = new LinkedHashMap<>();
        circuit.path("attributes")
                .forEach(each ->
                        alias.put(each.path("name").asText(), each.path("value").asText()));
        return Map.of(
                "circuitAlias", alias.get("alias"),
                "serviceTier", circuit.at("/sla/tier").asText(),
                "customerNumber", circuit.at("/parties/1/id").asText(),
                "managementIp", circuit.path("prefix").asText().replace("/30", ""),
                "status", circuit.path("state").asText().equals("1") ? "Active" : "Inactive",
                "tmWorkgroup", "noc; " + circuit.at("/groups/1").asText(),
                "lastModified",
                        Instant.ofEpochMilli(circuit.path("changed").asLong()).toString());
    }

    private static Map<String, Map<String, String>> byKey(
            JsonNode list, Function<JsonNode, String> key, Function<JsonNode, Map<String, String>> columns) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        list.forEach(each -> rows.put(key.apply(each), new TreeMap<>(columns.apply(each))));
        return rows;
    }

    /** What the store has in the same columns. */
    static Map<String, Map<String, String>> stored(MetVendor met, Dataset dataset, JsonNode all) throws Exception {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        Map<String, Map<String, String>> expected = expected(dataset, all);
        Iterable<String> columns = expected.values().iterator().next().keySet();
        for (Row row : met.rows(dataset)) {
            Map<String, String> values = new TreeMap<>();
            columns.forEach(column -> values.put(column, text(row.get(column))));
            rows.put(row.key(), values);
        }
        return rows;
    }

    private static String text(Object value) {
        if (value instanceof TimeValue time) {
            return time.instant().toString();
        }
        return value == null ? "" : value.toString();
    }
}
