/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.ColumnType;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Maps our column types to JSON types. */
final class Types {
    private Types() {}

    /** The column type for a schema; null if there is none. */
    static ColumnType of(JsonNode schema, OpenApi document) {
        String format = schema.path("format").asText();
        return switch (schema.path("type").asText()) {
            case "string" -> format.equals("date-time") ? ColumnType.TIME : format.isEmpty() ? ColumnType.TEXT : null;
            case "integer" -> ColumnType.INTEGER;
            case "number" -> ColumnType.DECIMAL;
            case "boolean" -> ColumnType.BOOLEAN;
            case "array" -> isObject(document.follow(schema.path("items"))) ? ColumnType.OBJECTS : null;
            default -> null;
        };
    }

    /** Whether a value has exactly this type, without the connector's tolerance. */
    static boolean fits(JsonNode value, ColumnType type) {
        return switch (type) {
            case TEXT -> value.isTextual();
            case INTEGER -> value.isIntegralNumber();
            case DECIMAL -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case TIME -> value.isTextual() && isTime(value.asText());
            case OBJECTS -> value.isArray() && value.valueStream().allMatch(JsonNode::isObject);
        };
    }

    private static boolean isObject(JsonNode schema) {
        return schema.path("type").asText().equals("object");
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getOffset() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
