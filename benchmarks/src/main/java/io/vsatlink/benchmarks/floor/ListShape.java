/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * The same circuits in the shape of TM Forum's APIs: six values are in a list of names and values, the customer is one
 * of two related parties, and one text has leading and trailing blanks.
 */
final class ListShape {
    static final List<String> CHARACTERISTICS =
            List.of("serviceTier", "nms", "maintenanceOption", "serviceType", "acceptanceStatus", "tmWorkgroup");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ListShape() {}

    static byte[] of(byte[] page) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(page);
        ArrayNode items = JSON.createArrayNode();
        document.withArray("items").forEach(item -> items.add(item((ObjectNode) item)));
        document.set("items", items);
        return JSON.writeValueAsBytes(document);
    }

    private static ObjectNode item(ObjectNode circuit) {
        ObjectNode item = JSON.createObjectNode();
        item.set("id", circuit.remove("circuitId"));
        ArrayNode characteristics = item.putArray("serviceCharacteristic");
        for (String name : CHARACTERISTICS) {
            JsonNode value = circuit.remove(name);
            if (value != null) {
                characteristics.addObject().put("name", name).set("value", value);
            }
        }
        characteristics.addObject().put("name", "beam").put("value", "B1");
        ArrayNode parties = item.putArray("relatedParty");
        parties.addObject().put("role", "payer").put("id", "P1");
        JsonNode customer = circuit.remove("customerNumber");
        if (customer != null) {
            parties.addObject().put("role", "customer").set("id", customer);
        }
        JsonNode noc = circuit.remove("nocStatus");
        item.put("nocStatus", noc == null || noc.isNull() ? "N/A" : " " + noc.asText() + " ");
        item.setAll(circuit);
        return item;
    }
}
