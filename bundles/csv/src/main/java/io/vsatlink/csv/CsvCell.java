/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.csv;

import io.vsatlink.api.dataset.TimeValue;
import java.math.BigDecimal;

/** How a value of a row is written into CSV. */
final class CsvCell {

    private CsvCell() {}

    /** @param value null stays null */
    static String text(Object value) {
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
