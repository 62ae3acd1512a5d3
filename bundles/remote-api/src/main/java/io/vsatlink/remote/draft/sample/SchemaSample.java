/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes a sample value for a schema, with all properties and a value of each type. */
public record SchemaSample(OpenApi api) {
    private static final int DEEPEST = 8;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode given, int depth) {
        JsonNode schema = api.resolved(given);
        if (depth > DEEPEST || schema.isMissingNode()) {
            return NODES.nullNode();
        }
        if (schema.has("properties") || schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf")) {
            ObjectNode object = NODES.objectNode();
            members(schema, object, depth);
            return object.isEmpty() ? alternative(schema, depth) : object;
        }
        if (schema.has("items")) {
            ArrayNode list = NODES.arrayNode();
            list.add(of(schema.get("items"), depth + 1));
            return list;
        }
        return schema.path("additionalProperties").isObject() ? NODES.objectNode() : scalar(schema);
    }

    private void members(JsonNode given, ObjectNode into, int depth) {
        JsonNode schema = api.resolved(given);
        if (depth > DEEPEST) {
            return;
        }
        for (String several : new String[] {"allOf", "oneOf", "anyOf"}) {
            schema.path(several).forEach(each -> members(each, into, depth + 1));
        }
        schema.path("properties").properties().forEach(each -> into.set(each.getKey(), of(each.getValue(), depth + 1)));
    }

    /** Resolves alternatives other than plain objects: a nullable value, or one of several forms. */
    private JsonNode alternative(JsonNode schema, int depth) {
        for (String several : new String[] {"allOf", "oneOf", "anyOf"}) {
            for (JsonNode each : schema.path(several)) {
                JsonNode value = of(each, depth + 1);
                if (!value.isNull()) {
                    return value;
                }
            }
        }
        return NODES.nullNode();
    }

    private static JsonNode scalar(JsonNode schema) {
        JsonNode type = schema.path("type");
        String word = type.isArray() ? type.path(0).asText() : type.asText();
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        return switch (word) {
            case "integer" -> NODES.numberNode(1);
            case "number" -> NODES.numberNode(1.5);
            case "boolean" -> NODES.booleanNode(true);
            case "object" -> NODES.objectNode();
            case "string" ->
                NODES.textNode(schema.path("format").asText().equals("date-time") ? "2026-01-01T00:00:00Z" : "text");
            default -> NODES.nullNode();
        };
    }
}
