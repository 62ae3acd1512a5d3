/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms in which ISO 8601, RFC 3339 and RFC 9557 let a moment be written beyond the usual one: basic format, week and
 * ordinal dates, {@code 24:00}, a leap second, offsets without a colon or without minutes, a named zone behind the offset.
 * Each means one moment only.
 */
final class IsoForms {
    private static final String NO_TIME = "is not a time with an offset";

    private static final Pattern FORM =
            Pattern.compile("(?:(?<year>[+-]\\d{4,9}|\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)"
                    + "|(?<basicYear>\\d{4})(?<basicMonth>\\d\\d)(?<basicDay>\\d\\d)"
                    + "|(?<weekYear>\\d{4})-?W(?<week>\\d\\d)-?(?<weekday>\\d)"
                    + "|(?<ordinalYear>\\d{4})-?(?<ordinal>\\d{3}))"
                    + "[Tt ](?<hour>\\d\\d):?(?<minute>\\d\\d)(?::?(?<second>\\d\\d)(?:[.,](?<fraction>\\d+))?)?"
                    + "(?<offset>[Zz]|[+-]\\d\\d(?::?\\d\\d)?)(?:\\[(?<zone>[A-Za-z][\\w/+-]*)])?");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final int NANO_DIGITS = 9;
    private static final int MOST_OFFSET_HOURS = 18;

    private IsoForms() {}

    /** @throws DateTimeException whose message is what is to be said behind the text */
    static Instant instant(String text) {
        // ISO 8601 means the sign U+2212 where it says minus
        Matcher form = FORM.matcher(text.replace('\u2212', '-'));
        if (!form.matches()) {
            throw new DateTimeException(NO_TIME);
        }
        ZoneOffset offset = offset(form.group("offset"));
        LocalDateTime local = local(form, offset);
        requireOffsetOf(form.group("zone"), form.group("offset"), offset, local);
        return local.toInstant(offset);
    }

    private static LocalDateTime local(Matcher form, ZoneOffset offset) {
        try {
            LocalDate date = date(form);
            String clock = form.group("hour") + form.group("minute") + second(form);
            String fraction = form.group("fraction") == null ? "" : form.group("fraction");
            if (clock.equals("240000") && fraction.matches("0*")) {
                return date.plusDays(1).atStartOfDay();
            }
            LocalTime time = isLeapSecond(clock, date, offset)
                    ? LAST_SECOND
                    : LocalTime.of(number(form, "hour"), number(form, "minute"), Integer.parseInt(second(form)));
            return date.atTime(time.withNano(nanos(fraction)));
        } catch (DateTimeException e) {
            throw new DateTimeException("is a date or time that does not exist", e);
        }
    }

    private static LocalDate date(Matcher form) {
        if (form.group("weekYear") != null) {
            // the fourth of January is always in the first week
            LocalDate date = LocalDate.of(number(form, "weekYear"), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(form, "week"))
                    .with(ChronoField.DAY_OF_WEEK, number(form, "weekday"));
            if (date.get(IsoFields.WEEK_BASED_YEAR) != number(form, "weekYear")) {
                throw new DateTimeException("the year has no such week");
            }
            return date;
        }
        if (form.group("ordinalYear") != null) {
            return LocalDate.ofYearDay(number(form, "ordinalYear"), number(form, "ordinal"));
        }
        return form.group("basicYear") == null
                ? LocalDate.of(number(form, "year"), number(form, "month"), number(form, "day"))
                : LocalDate.of(number(form, "basicYear"), number(form, "basicMonth"), number(form, "basicDay"));
    }

    private static int number(Matcher form, String group) {
        return Integer.parseInt(form.group(group));
    }

    private static String second(Matcher form) {
        return form.group("second") == null ? "00" : form.group("second");
    }

    /** Java's clock has none: it counts as the second before, as {@link Instant#parse} has it. */
    private static boolean isLeapSecond(String clock, LocalDate date, ZoneOffset offset) {
        boolean endOfHalfYear = (date.getMonthValue() == 6 && date.getDayOfMonth() == 30)
                || (date.getMonthValue() == 12 && date.getDayOfMonth() == 31);
        return clock.equals("235960") && endOfHalfYear && offset.equals(ZoneOffset.UTC);
    }

    /** What is finer than we can count is left out of the moment; the text keeps it. */
    private static int nanos(String fraction) {
        String digits = (fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS);
        return Integer.parseInt(digits);
    }

    private static ZoneOffset offset(String text) {
        if (text.equalsIgnoreCase("Z")) {
            return ZoneOffset.UTC;
        }
        String digits = text.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
        if (minutes > 59) {
            throw new DateTimeException("has an offset that does not exist");
        }
        if (hours * 60 + minutes > MOST_OFFSET_HOURS * 60) {
            throw new DateTimeException("has an offset of more than " + MOST_OFFSET_HOURS + " hours");
        }
        int sign = text.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    /** Z tells the moment and nothing of the zone's clock; any other offset must be one that the zone has then. */
    private static void requireOffsetOf(String zone, String written, ZoneOffset offset, LocalDateTime local) {
        if (zone == null || written.equalsIgnoreCase("Z")) {
            return;
        }
        boolean agrees;
        try {
            agrees = ZoneId.of(zone).getRules().isValidOffset(local, offset);
        } catch (DateTimeException e) {
            throw new DateTimeException("names a time zone that is not known", e);
        }
        if (!agrees) {
            throw new DateTimeException("has another offset than " + zone + " has then");
        }
    }
}
