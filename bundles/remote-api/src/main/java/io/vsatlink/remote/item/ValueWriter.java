/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.Written;
import java.util.List;

/** Writes values in the vendor's form: the inverse of {@link ItemReader}. */
public final class ValueWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueWriter() {}

    /**
     * Writes a value at the column's place; null becomes a JSON null. Missing objects on the path are created; elements
     * of a list must exist.
     */
    public static void write(JsonNode body, ColumnProfile column, Object value) {
        JsonNode parent = body;
        List<String> names = column.writable().names();
        for (String name : names.subList(0, names.size() - 1)) {
            parent = within(parent, name);
        }
        String last = names.get(names.size() - 1);
        JsonNode written = value == null ? NODES.nullNode() : json(column, value);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), written);
        } else {
            ((ObjectNode) parent).set(last, written);
        }
    }

    /** The vendor's word for a value. */
    public static String word(ColumnProfile column, Object value) {
        return json(column, value).asText();
    }

    private static JsonNode within(JsonNode parent, String name) {
        if (parent instanceof ArrayNode list) {
            return list.get(Integer.parseInt(name));
        }
        JsonNode there = parent.path(name);
        return there.isContainerNode() ? there : ((ObjectNode) parent).putObject(name);
    }

    private static JsonNode json(ColumnProfile column, Object value) {
        String text = value instanceof TimeValue time ? time.text() : value.toString();
        JsonNode theirs = column.words().theirs(text);
        if (theirs != null) {
            return theirs;
        }
        if (value instanceof TimeValue time && !(column.written() instanceof Written.Plainly)) {
            String written = column.written().text(time.instant());
            return column.written() instanceof Written.Epoch
                    ? NODES.numberNode(Long.parseLong(written))
                    : NODES.textNode(written);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        }
        return NODES.textNode(text);
    }
}
