package io.vsatlink.vendor.item;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.vendor.profile.Written;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Values as texts: those that JSON and ISO-8601 would write, and those that vendors do. */
final class WrittenText {

    private WrittenText() {}

    /** What the text stands for; null where it is not written like that. */
    static Object read(String text, Written written, ColumnType type) {
        try {
            if (written instanceof Written.Epoch epoch) {
                return time(instant(new BigDecimal(text.strip()), epoch));
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

    /** What the text stands for as JSON and ISO-8601 write it; null where it does not. */
    static Object plain(String text, ColumnType type) {
        try {
            return switch (type) {
                case TEXT -> text;
                case INTEGER -> new BigDecimal(text.strip()).longValueExact();
                case DECIMAL -> finite(new BigDecimal(text.strip()).doubleValue());
                case BOOLEAN -> bool(text.strip().toLowerCase(Locale.ROOT));
                case TIME -> TimeValue.parse(text);
                case OBJECTS -> null;
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    /** A time as a vendor writes it. */
    static String written(Instant instant, Written written) {
        if (written instanceof Written.Epoch epoch) {
            return String.valueOf(epoch.millis() ? instant.toEpochMilli() : instant.getEpochSecond());
        }
        if (written instanceof Written.Pattern pattern) {
            DateTimeFormatter formatter = pattern.formatter();
            return formatter.format(instant.atZone(pattern.zone() == null ? ZoneOffset.UTC : pattern.zone()));
        }
        return instant.toString();
    }

    /** What a text should be, for people. */
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

    private static Instant instant(BigDecimal number, Written.Epoch epoch) {
        return epoch.millis()
                ? Instant.ofEpochMilli(number.longValueExact())
                : Instant.ofEpochSecond(
                        number.toBigInteger().longValueExact(),
                        number.remainder(BigDecimal.ONE).movePointRight(9).longValueExact());
    }

    private static Instant instant(String text, Written.Pattern pattern) {
        TemporalAccessor parsed = pattern.zone() == null
                ? pattern.formatter().parse(text.strip(), ZonedDateTime::from)
                : pattern.formatter().parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from);
        return parsed instanceof LocalDateTime local
                ? local.atZone(pattern.zone()).toInstant()
                : ZonedDateTime.from(parsed).toInstant();
    }

    /** There is no text of the vendor's in ISO-8601 that could be kept. */
    private static TimeValue time(Instant instant) {
        return new TimeValue(instant.toString(), instant);
    }

    private static String withPlainSigns(String text, Written.Digits number) {
        String plain = number.grouping().isEmpty() ? text : text.replace(number.grouping(), "");
        return plain.replace(number.decimal(), '.');
    }
}
