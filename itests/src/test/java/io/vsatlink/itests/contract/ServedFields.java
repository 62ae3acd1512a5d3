/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.ColumnType;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the simulator's responses with a document. */
record ServedFields(OpenApi document) {
    /** Extra fields of the simulator's rows, which are deliberately undocumented. */
    static final Set<String> UNTOLD = Set.of("portalNote", "riskScore", "audit", "tags");

    /**
     * Each field must have the documented type.
     *
     * @param told the schemas of the fields
     * @param seen receives the names of the fields that have a value
     */
    void look(String where, JsonNode item, Map<String, JsonNode> told, Set<String> seen) {
        for (Map.Entry<String, JsonNode> field : item.properties()) {
            JsonNode schema = told.get(field.getKey());
            boolean isNull = field.getValue().isNull();
            if (schema != null && isNull) {
                assertTrue(schema.path("nullable").asBoolean(), where + " " + item);
            } else if (schema != null) {
                ColumnType type = Types.of(schema, document);
                assertTrue(Types.fits(field.getValue(), type), where + ": " + field + " is no " + type);
                if (type == ColumnType.OBJECTS) {
                    within(where, field, document.fields(schema.path("items")));
                }
            }
            if (!isNull) {
                seen.add(field.getKey());
            }
        }
    }

    private void within(String where, Map.Entry<String, JsonNode> list, Map<String, JsonNode> told) {
        Set<String> seen = new TreeSet<>();
        list.getValue().forEach(each -> look(where, each, told, seen));
        assertTrue(told.keySet().containsAll(seen), list + " has more than " + told.keySet());
    }
}
