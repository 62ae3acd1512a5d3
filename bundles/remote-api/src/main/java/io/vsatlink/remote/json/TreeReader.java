/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Reads a value into a tree, exact in its numbers, and notices a member that occurs twice and a number that is beyond
 * all that can be kept. Jackson can either pass over them or fail the whole page; here one bad row must not cost the
 * others.
 */
public final class TreeReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private String problem;
    private String culprit;
    private String member;

    public TreeReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that the parser stands on; the parser then stands on its end. */
    public JsonNode read() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    /** What is wrong with a member of an object in it, whose value in the tree is not to be used; null for nothing. */
    public String problem() {
        return problem;
    }

    /** The name of that member; null where it is the value itself. */
    public String culprit() {
        return culprit;
    }

    private void complain(String what) {
        problem = what;
        culprit = member;
    }

    private JsonNode decimal() throws IOException {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException e) {
            // Jackson lets it through where the exponent is beyond an int
            complain("its exponent is too large");
            return NODES.nullNode();
        }
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member = name;
            JsonNode value = read();
            if (object.replace(name, value) != null) {
                member = name;
                complain("it occurs twice");
            }
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read());
        }
        return array;
    }

    private JsonNode wholeNumber() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }
}
