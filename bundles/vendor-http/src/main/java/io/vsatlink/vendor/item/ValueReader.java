package io.vsatlink.vendor.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.vendor.json.TreeReader;
import io.vsatlink.vendor.profile.ColumnProfile;
import io.vsatlink.vendor.profile.ColumnProfile.Missing;
import io.vsatlink.vendor.profile.Written;
import java.io.IOException;

/**
 * Turns a JSON value into a column's value where that loses nothing: {@code "3"} is the number 3, {@code "3 m"} is not.
 */
final class ValueReader {
    private static final int LONGEST_SHOWN = 80;

    private final ColumnProfile column;
    private final ColumnType type;
    private final boolean plain;
    private final boolean demanding;

    ValueReader(ColumnProfile column) {
        this.column = column;
        this.type = column.type();
        this.demanding = column.whenMissing() != Missing.EMPTY;
        this.plain = column.table().isEmpty() && column.written() instanceof Written.Plainly;
    }

    ColumnProfile column() {
        return column;
    }

    /** Whether something is to be done where the value is missing. */
    boolean demanding() {
        return demanding;
    }

    /**
     * The value that the parser stands on, which is not {@code null}; the parser then stands on its end.
     *
     * @param token the parser's
     * @throws BadValue where it can't be had without loss
     */
    Object read(JsonParser parser, JsonToken token) throws IOException, BadValue {
        if (token.isStructStart()) {
            return structure(parser);
        }
        if (!plain) {
            return written(parser, token);
        }
        return switch (type) {
            case TEXT -> parser.getText();
            case INTEGER -> integer(parser, token);
            case DECIMAL -> decimal(parser, token);
            default -> ofText(parser.getText(), token);
        };
    }

    /** The value that a text stands for. */
    Object ofText(String text) throws BadValue {
        return ofText(text, JsonToken.VALUE_STRING);
    }

    private Object structure(JsonParser parser) throws IOException, BadValue {
        boolean list = parser.hasToken(JsonToken.START_ARRAY);
        TreeReader tree = new TreeReader(parser);
        String text = tree.read().toString();
        if (tree.repeated() != null) {
            throw new BadValue(tree.repeated() + " is there twice");
        }
        if (type != ColumnType.OBJECTS || !list) {
            throw refused(text);
        }
        return text;
    }

    /** By the table first, because that is written in the vendor's words. */
    private Object written(JsonParser parser, JsonToken token) throws IOException, BadValue {
        String text = parser.getText();
        String ours = column.table().get(text);
        if (ours != null) {
            return table(ours);
        }
        return ofText(text, token);
    }

    /** The profile's author may have written nonsense into it. */
    private Object table(String ours) throws BadValue {
        Object value = WrittenText.plain(ours, type);
        if (value == null) {
            throw new BadValue("\"" + ours + "\", as the profile's table has it, is not "
                    + WrittenText.wanted(type, new Written.Plainly()));
        }
        return value;
    }

    private Object ofText(String text, JsonToken token) throws BadValue {
        Object value = WrittenText.read(text, column.written(), type);
        if (value == null) {
            throw refused(
                    token == JsonToken.VALUE_STRING ? TextNode.valueOf(text).toString() : text);
        }
        return value;
    }

    private Object integer(JsonParser parser, JsonToken token) throws IOException, BadValue {
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        return ofText(parser.getText(), token);
    }

    private Object decimal(JsonParser parser, JsonToken token) throws IOException, BadValue {
        if (token.isNumeric()) {
            double number = parser.getDoubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        return ofText(parser.getText(), token);
    }

    private BadValue refused(String shown) {
        String start = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
        return new BadValue(start + " is not " + WrittenText.wanted(type, column.written()));
    }
}
