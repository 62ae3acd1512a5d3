/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tickets of the mirror as the console's API has them. */
final class TicketRows {
    private TicketRows() {}

    /** The fields of each ticket; one that a ticket does not have is empty. */
    static List<Map<String, String>> all(ConsoleScene scene) throws Exception {
        ApiClient api = ApiClient.of(scene, ConsoleScene.VIEWER);
        return of(api.json("datasets?element=frontend"), api.json("rows?element=frontend&dataset=tickets&limit=1000"));
    }

    /** The fields of each ticket of a page of rows. */
    static List<Map<String, String>> of(JsonNode datasets, JsonNode page) {
        List<String> columns = new ArrayList<>();
        datasets.forEach(dataset -> {
            if (dataset.get("key").asText().equals("tickets")) {
                dataset.get("columns")
                        .forEach(column -> columns.add(column.get("name").asText()));
            }
        });
        List<Map<String, String>> tickets = new ArrayList<>();
        for (JsonNode row : page.get("rows")) {
            Map<String, String> fields = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                fields.put(columns.get(i), row.get("values").get(i).asText("").replace("null", ""));
            }
            tickets.add(fields);
        }
        return tickets;
    }

    /** A column of the ticket's circuit; empty if there is none. */
    static String ofCircuit(Map<String, JsonNode> circuits, Map<String, String> ticket, String column) {
        JsonNode circuit = circuits.get(ticket.get("circuitId"));
        return circuit == null || circuit.path(column).isNull()
                ? ""
                : circuit.path(column).asText("");
    }
}
