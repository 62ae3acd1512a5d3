/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The vendor's rows at one moment, from its control endpoint.
 *
 * @param rows by key, in page order
 */
record Listing(Map<String, JsonNode> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Listing of(SimulatorProcess simulator, Dataset dataset) throws IOException {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String line : simulator.truth(Vendor.path(dataset)).toList()) {
            JsonNode row = JSON.readTree(line);
            rows.put(row.get(dataset.keyColumn().name()).asText(), row);
        }
        return new Listing(rows);
    }

    /** In the order of the store. */
    SortedMap<String, JsonNode> byKey() {
        return new TreeMap<>(rows);
    }

    /** The keys of a page, counted from 1. */
    List<String> page(int page, int size) {
        return rows.keySet().stream().skip((page - 1L) * size).limit(size).toList();
    }
}
