/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads ISO-8601 with an offset, for instance {@code 2026-11-21T02:00:00+01:00}, in any form that means one moment. */
public final class IsoTime {
    private static final int SECOND_END = 19;
    private static final int NANO_DIGITS = 9;

    private IsoTime() {}

    /**
     * The moment that a text means.
     *
     * @throws DateTimeException where it is anything else; its message goes on where the text ends, for instance
     *     {@code is not a time with an offset}
     */
    public static Instant instant(String text) {
        try {
            return usual(text);
        } catch (DateTimeException e) {
            return IsoForms.instant(text);
        }
    }

    /** As nearly all are written: several times faster than a formatter, which has whatever looks otherwise. */
    private static Instant usual(String text) {
        int end = text.length();
        int fractionEnd = SECOND_END;
        if (!hasShape(text)) {
            return formatted(text);
        }
        int nanos = 0;
        if (text.charAt(SECOND_END) == '.') {
            fractionEnd++;
            while (fractionEnd < end && isDigit(text.charAt(fractionEnd))) {
                fractionEnd++;
            }
            int digits = fractionEnd - SECOND_END - 1;
            if (digits == 0 || digits > NANO_DIGITS) {
                return formatted(text);
            }
            nanos = number(text, SECOND_END + 1, fractionEnd);
            for (int i = digits; i < NANO_DIGITS; i++) {
                nanos *= 10;
            }
        }
        ZoneOffset offset = offset(text, fractionEnd);
        if (offset == null) {
            return formatted(text);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, SECOND_END),
                        nanos)
                .toInstant(offset);
    }

    private static Instant formatted(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** {@code yyyy-MM-ddTHH:mm:ss} and something behind it. */
    private static boolean hasShape(String text) {
        if (text.length() <= SECOND_END) {
            return false;
        }
        for (int i = 0; i < SECOND_END; i++) {
            char expected = "0000-00-00T00:00:00".charAt(i);
            char found = text.charAt(i);
            if (expected == '0' ? !isDigit(found) : found != expected) {
                return false;
            }
        }
        return true;
    }

    /** {@code Z} or {@code +hh:mm}; null for anything else. */
    private static ZoneOffset offset(String text, int from) {
        int length = text.length() - from;
        if (length == 1 && text.charAt(from) == 'Z') {
            return ZoneOffset.UTC;
        }
        boolean signed = length == 6 && (text.charAt(from) == '+' || text.charAt(from) == '-');
        if (!signed || text.charAt(from + 3) != ':') {
            return null;
        }
        for (int i : new int[] {from + 1, from + 2, from + 4, from + 5}) {
            if (!isDigit(text.charAt(i))) {
                return null;
            }
        }
        int sign = text.charAt(from) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * number(text, from + 1, from + 3), sign * number(text, from + 4, from + 6));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
