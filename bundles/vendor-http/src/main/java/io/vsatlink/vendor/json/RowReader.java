package io.vsatlink.vendor.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;

/**
 * Reads a row into a tree and notices a field that is there twice. Jackson can either pass over it or fail the whole
 * page; here one bad row must not cost the others.
 */
final class RowReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Rows have up to two dozen fields: with room for them nothing is moved while they come. */
    private static final int FIELDS = 32;

    private final JsonParser parser;
    private String repeated;

    RowReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that the parser stands on; the parser then stands on its end. */
    JsonNode read() throws IOException {
        repeated = null;
        return value();
    }

    /** The name of a field that the row last read has twice, or null. */
    String repeated() {
        return repeated;
    }

    private JsonNode value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = new ObjectNode(NODES, new LinkedHashMap<>(FIELDS));
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (object.replace(name, value()) != null) {
                repeated = name;
            }
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
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
