/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.remote.json.TreeReader;
import java.io.IOException;
import java.util.Map;

/**
 * The elements of a list that are selected by one of their members, such as {@code [{"name": "tier", "value": 3}, …]},
 * read as they stream in. Elements that no column takes, and unused members of selected ones, are left over.
 */
final class SelectedElements {
    private final ItemWalk walk;
    private final ValuesInMemory memory;
    private final JsonParser parser;
    private final String selector;
    private final Map<String, FieldPlan> plans;
    private final TreeReader trees;

    /** @param plan of the list */
    SelectedElements(ItemWalk walk, JsonParser parser, FieldPlan plan) {
        this.walk = walk;
        this.memory = new ValuesInMemory(walk);
        this.parser = parser;
        this.selector = plan.selector();
        this.plans = plan.selections().get(selector);
        this.trees = new TreeReader(parser);
    }

    /** Reads what is left over, and knows its problems. */
    TreeReader trees() {
        return trees;
    }

    /**
     * Reads the parser's current list to its end.
     *
     * @return what is left over; null for nothing
     */
    JsonNode read() throws IOException {
        ArrayNode left = null;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode rest = parser.hasToken(JsonToken.START_OBJECT) ? element() : trees.read();
            if (rest != null) {
                left = left == null ? JsonNodeFactory.instance.arrayNode() : left;
                left.add(rest);
            }
        }
        return left;
    }

    /** @return what is left over of the element; null for nothing */
    private JsonNode element() throws IOException {
        ObjectNode left = null;
        FieldPlan plan = null;
        String selected = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (selected == null && name.equals(selector) && token.isScalarValue()) {
                selected = parser.getText();
                plan = plans.get(selected);
                left = plan == null ? with(left, name, trees.read()) : without(left, plan);
            } else if (plan == null || plan.member(name) == null) {
                left = with(left, name, trees.read());
            } else if (!plan.member(name).goesOn()) {
                walk.take(parser, plan.member(name), name);
            } else {
                JsonNode value = trees.read();
                memory.take(value, plan.member(name), name);
                left = with(left, name, value);
            }
        }
        return plan == null || left == null ? left : with(left, selector, TextNode.valueOf(selected));
    }

    private ObjectNode with(ObjectNode left, String name, JsonNode value) {
        ObjectNode object = left == null ? JsonNodeFactory.instance.objectNode() : left;
        if (object.replace(name, value) != null) {
            walk.twice(name);
        }
        return object;
    }

    /** Takes the members that came before the selecting one. */
    private ObjectNode without(ObjectNode before, FieldPlan plan) throws IOException {
        if (before == null) {
            return null;
        }
        ObjectNode left = null;
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            FieldPlan taken = plan.member(member.getKey());
            if (taken != null) {
                memory.take(member.getValue(), taken, member.getKey());
            }
            if (taken == null || taken.goesOn()) {
                left = with(left, member.getKey(), member.getValue());
            }
        }
        return left;
    }
}
