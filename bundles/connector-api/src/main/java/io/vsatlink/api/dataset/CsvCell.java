package io.vsatlink.api.dataset;

import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How a value of a {@link Row} is written into CSV. Called by whoever writes CSV. */
public final class CsvCell {

    private CsvCell() {}

    /**
     * How CSV becomes bytes: UTF-8, with U+FFFD for half a surrogate pair, which UTF-8 has no bytes for. To be used once.
     */
    public static CharsetEncoder encoder() {
        return StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith("\ufffd".getBytes(StandardCharsets.UTF_8));
    }

    /** @param value null stays null */
    public static String text(Object value) {
        if (value instanceof TimeValue time) {
            return time.text();
        }
        if (value instanceof Double number) {
            return plain(number);
        }
        return value == null ? null : value.toString();
    }

    /** Without exponent and without zeros at the end. */
    private static String plain(double number) {
        String text = Double.toString(number);
        if (text.indexOf('E') >= 0 || number == 0) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
