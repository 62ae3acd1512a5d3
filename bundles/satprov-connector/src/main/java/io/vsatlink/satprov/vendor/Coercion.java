package io.vsatlink.satprov.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Locale;

/** Turns a JSON value into a column's value where that loses nothing: {@code "3"} is the number 3, {@code "3 m"} is not. */
final class Coercion {

    private Coercion() {}

    /**
     * The value, null for a missing one or {@code null}.
     *
     * @throws IllegalArgumentException where it can't be done without loss; the message follows a column's name
     */
    static Object coerce(JsonNode value, ColumnType type) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (type) {
            case TEXT -> checkedLength(text(value));
            case INTEGER -> integer(value);
            case DECIMAL -> decimal(value, "a number").doubleValue();
            case BOOLEAN -> bool(value);
            case TIME -> time(value);
            case OBJECTS -> {
                if (!value.isArray()) {
                    throw refused(value, "a list");
                }
                yield checkedLength(value.toString());
            }
        };
    }

    private static String text(JsonNode value) {
        if (value.isContainerNode()) {
            throw refused(value, "text");
        }
        return value.asText();
    }

    private static Long integer(JsonNode value) {
        if (value.isInt() || value.isLong()) {
            return value.longValue();
        }
        try {
            return decimal(value, "a whole number").longValueExact();
        } catch (ArithmeticException e) {
            throw refused(value, "a whole number");
        }
    }

    private static BigDecimal decimal(JsonNode value, String wanted) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return new BigDecimal(text(value).strip());
        } catch (NumberFormatException e) {
            throw refused(value, wanted);
        }
    }

    private static Boolean bool(JsonNode value) {
        return switch (text(value).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw refused(value, "true or false");
        };
    }

    private static TimeValue time(JsonNode value) {
        try {
            return TimeValue.parse(text(value));
        } catch (DateTimeException e) {
            throw refused(value, "a time with an offset");
        }
    }

    private static String checkedLength(String text) {
        if (text.length() > Column.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "the text is " + text.length() + " characters long, more than " + Column.MAX_TEXT);
        }
        return text;
    }

    private static IllegalArgumentException refused(JsonNode value, String wanted) {
        String shown = value.toString();
        return new IllegalArgumentException(
                (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown) + " is not " + wanted);
    }
}
