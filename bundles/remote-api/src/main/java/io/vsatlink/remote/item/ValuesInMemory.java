/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/**
 * Takes values from JSON that had to be read into memory, because the value can be selected only when all of it is
 * known.
 */
final class ValuesInMemory {
    private final ItemWalk walk;

    ValuesInMemory(ItemWalk walk) {
        this.walk = walk;
    }

    /**
     * @param wanted null if nothing in it is wanted
     * @param name of the item's member, for messages
     */
    void take(JsonNode value, FieldPlan wanted, String name) throws IOException {
        if (wanted == null) {
            return;
        }
        if (wanted.takers().length > 0) {
            try (JsonParser tree = value.traverse()) {
                tree.nextToken();
                walk.take(tree, wanted, name);
            }
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                take(value.get(i), wanted.member(String.valueOf(i)), name);
                take(value.get(i), wanted.every(), name);
                selected(value.get(i), wanted, name);
            }
        } else if (wanted.goesOn()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                take(member.getValue(), wanted.member(member.getKey()), name);
            }
        }
    }

    private void selected(JsonNode element, FieldPlan list, String name) throws IOException {
        for (Map.Entry<String, Map<String, FieldPlan>> each : list.selections().entrySet()) {
            JsonNode selector = element.path(each.getKey());
            if (selector.isValueNode()) {
                take(element, each.getValue().get(selector.asText()), name);
            }
        }
    }
}
