/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.profile.column.Written;
import io.vsatlink.time.IsoTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Converts texts to values, both in the standard forms of JSON and ISO 8601 and in vendors' own forms. */
final class WrittenText {
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    /** The longest number, as JSON limits it: parsing time grows with the square of the length. */
    private static final int LONGEST_NUMBER = 100;

    /** A number with more digits before or after the point is not a plausible time, and expensive to compute with. */
    private static final int MOST_EPOCH_DIGITS = 100;

    private static final int NANO_DIGITS = 9;

    private WrittenText() {}

    /** The value of a text; null if it does not have this form. */
    static Object read(String text, Written written, ColumnType type) {
        try {
            if (written instanceof Written.Epoch epoch) {
                return time(instant(number(text), epoch));
            }
            if (written instanceof Written.Pattern pattern) {
                return time(instant(text, pattern));
            }
            if (written instanceof Written.Digits number) {
                return plain(withPlainSigns(text, number), type);
            }
            return plain(text, type);
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    /** The value of a text in the form of JSON or ISO 8601; null if it has another form. */
    static Object plain(String text, ColumnType type) {
        try {
            return switch (type) {
                case TEXT -> text;
                case INTEGER -> number(text).longValueExact();
                case DECIMAL -> finite(number(text).doubleValue());
                case BOOLEAN -> bool(text.strip().toLowerCase(Locale.ROOT));
                case TIME -> moment(text.strip());
                case OBJECTS -> null;
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    /** Why a text is invalid, as the end of a sentence that begins with the text. */
    static String why(String text, Written written, ColumnType type) {
        if (type == ColumnType.TIME && written instanceof Written.Plainly) {
            try {
                IsoTime.instant(text.strip());
            } catch (DateTimeException e) {
                return e.getMessage();
            }
        }
        return "is not " + wanted(type, written);
    }

    /** The expected form, for messages. */
    static String wanted(ColumnType type, Written written) {
        if (written instanceof Written.Epoch epoch) {
            return "a time in " + (epoch.millis() ? "milliseconds" : "seconds") + " since 1970";
        }
        if (written instanceof Written.Pattern pattern) {
            return "a time written as " + pattern.pattern();
        }
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case BOOLEAN -> "true or false";
            case TIME -> "a time with an offset";
            case OBJECTS -> "a list";
        };
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static Boolean bool(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    private static BigDecimal number(String text) {
        String digits = text.strip();
        if (digits.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        return new BigDecimal(digits);
    }

    /** An ISO 8601 text is stored unchanged; the date format of mail and HTTP is converted. */
    private static TimeValue moment(String text) {
        try {
            return new TimeValue(text, IsoTime.instant(text));
        } catch (DateTimeException e) {
            return time(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        }
    }

    private static Instant instant(BigDecimal number, Written.Epoch epoch) {
        if (Math.abs((long) number.scale()) > MOST_EPOCH_DIGITS) {
            throw new ArithmeticException("its exponent is too large");
        }
        Instant instant = epoch.millis() ? Instant.ofEpochMilli(number.longValueExact()) : seconds(number);
        if (!instant.isBefore(YEAR_10000)) {
            // milliseconds taken for seconds
            throw new DateTimeException("after the year 9999");
        }
        return instant;
    }

    private static Instant seconds(BigDecimal number) {
        BigDecimal seconds = number.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                seconds.longValueExact(),
                number.subtract(seconds)
                        .movePointRight(NANO_DIGITS)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact());
    }

    private static Instant instant(String text, Written.Pattern pattern) {
        TemporalAccessor parsed = pattern.zone() == null
                ? pattern.formatter().parse(text.strip(), ZonedDateTime::from)
                : pattern.formatter().parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from);
        return parsed instanceof LocalDateTime local
                ? local.atZone(pattern.zone()).toInstant()
                : ZonedDateTime.from(parsed).toInstant();
    }

    /** A time for which the vendor sent no ISO 8601 text. */
    private static TimeValue time(Instant instant) {
        return new TimeValue(instant.toString(), instant);
    }

    private static String withPlainSigns(String text, Written.Digits number) {
        String plain = number.grouping().isEmpty() ? text : text.replace(number.grouping(), "");
        return plain.replace(number.decimal(), '.');
    }
}
