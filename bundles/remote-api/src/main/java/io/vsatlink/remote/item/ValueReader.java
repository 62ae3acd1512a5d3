/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.json.TreeReader;
import io.vsatlink.remote.profile.column.Cleaning;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.ColumnProfile.Missing;
import io.vsatlink.remote.profile.column.Place;
import io.vsatlink.remote.profile.column.ValueSource;
import io.vsatlink.remote.profile.column.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Converts a JSON value to a column's value if that loses nothing: {@code "3"} becomes the number 3, {@code "3 m"} is
 * rejected.
 */
final class ValueReader {
    private final ColumnProfile column;
    private final ColumnType type;
    private final boolean plain;
    private final boolean demanding;
    private final boolean lenient;

    /** @param lenient whether a text may have any length and may be an object or array */
    ValueReader(ColumnProfile column, boolean lenient) {
        this.column = column;
        this.lenient = lenient;
        this.type = column.type();
        this.demanding = column.whenMissing() != Missing.EMPTY;
        this.plain = column.words().isEmpty()
                && column.cleaning().equals(Cleaning.NONE)
                && column.written() instanceof Written.Plainly
                && column.missing().equals(ColumnProfile.usuallyMissing(type));
    }

    ColumnProfile column() {
        return column;
    }

    /** Where the value is; null if it is not in one place. */
    Place place() {
        return column.source() instanceof ValueSource.At at ? at.place() : null;
    }

    /** Whether there may be several values: the place selects elements of a list. */
    boolean several() {
        return place() != null && !place().isPlain();
    }

    /**
     * Combines two values.
     *
     * @throws BadValue if they differ and the column takes only one
     */
    Object together(Object one, Object other) throws BadValue {
        if (place().isMultiple()) {
            return one == null || other == null
                    ? (one == null ? other : one)
                    : one + column.cleaning().list() + other;
        }
        if (!Objects.equals(one, other)) {
            throw new BadValue(
                    "several elements match, with different values", "several elements match, with different values");
        }
        return one;
    }

    /** Whether a missing value needs handling. */
    boolean demanding() {
        return demanding;
    }

    /**
     * Converts the parser's current value, which is not {@code null}; afterwards the parser is at its end.
     *
     * @param token the parser's current token
     * @return null if the value means "no value"
     * @throws BadValue if it cannot be converted without loss
     */
    Object read(JsonParser parser, JsonToken token) throws IOException, BadValue {
        if (token.isStructStart()) {
            return structure(parser);
        }
        if (!plain) {
            return written(parser.getText(), token);
        }
        return switch (type) {
            case TEXT -> parser.getText();
            case INTEGER -> integer(parser, token);
            case DECIMAL -> decimal(parser, token);
            default -> ofText(parser.getText(), token);
        };
    }

    /** Converts a text; null if it means "no value". */
    Object ofText(String text) throws BadValue {
        return written(text, JsonToken.VALUE_STRING);
    }

    private Object structure(JsonParser parser) throws IOException, BadValue {
        boolean list = parser.hasToken(JsonToken.START_ARRAY);
        TreeReader tree = new TreeReader(parser);
        JsonNode value = tree.read();
        if (list && column.cleaning().list() != null) {
            return list(value);
        }
        String text = value.toString();
        if (tree.problem() != null) {
            throw new BadValue(tree.problem(), (tree.culprit() == null ? "" : tree.culprit() + ": ") + tree.problem());
        }
        boolean fits = type == ColumnType.OBJECTS ? list : lenient && type == ColumnType.TEXT;
        if (!fits) {
            throw refused(text, text);
        }
        return text;
    }

    /** The values of a list as one text; null if it is empty. */
    private Object list(JsonNode list) throws BadValue {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) {
            if (each.isContainerNode()) {
                throw refused(each.toString(), each.toString());
            }
            Object text = each.isNull() ? null : ofText(each.asText());
            if (text != null) {
                texts.add(text.toString());
            }
        }
        return texts.isEmpty() ? null : String.join(column.cleaning().list(), texts);
    }

    /** Looks in the translation table first, because its keys are the vendor's own texts. */
    private Object written(String received, JsonToken token) throws BadValue {
        String text = column.cleaning().of(received);
        if (text == null) {
            return null;
        }
        String ours = column.words().table().get(text);
        if (ours != null) {
            return table(ours);
        }
        if (isMissing(text) || isMissing(received)) {
            return null;
        }
        return column.words().otherwise() == null
                ? ofText(text, token)
                : table(column.words().otherwise());
    }

    /** Leading and trailing blanks are part of a text, but not of other types. */
    private boolean isMissing(String text) {
        return column.missing().contains(type == ColumnType.TEXT ? text : text.strip());
    }

    /** The profile's translation may itself be invalid. */
    private Object table(String ours) throws BadValue {
        Object value = WrittenText.plain(ours, type);
        if (value == null) {
            String kind =
                    "as translated by the profile's table, is not " + WrittenText.wanted(type, new Written.Plainly());
            throw new BadValue(kind, "\"" + ours + "\", " + kind);
        }
        return value;
    }

    private Object ofText(String text, JsonToken token) throws BadValue {
        Object value = WrittenText.read(text, column.written(), type);
        if (value == null && !isMissing(text)) {
            String start = Shown.shortened(text);
            throw refused(
                    text,
                    token == JsonToken.VALUE_STRING ? TextNode.valueOf(start).toString() : start);
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

    /** @param shown the text as JSON */
    private BadValue refused(String text, String shown) {
        String kind = WrittenText.why(text, column.written(), type);
        return new BadValue(kind, Shown.shortened(shown) + " " + kind);
    }
}
