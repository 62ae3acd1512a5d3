/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Formats readings for people, identically on every surface. */
public final class Shown {

    private Shown() {}

    /** Returns ISO-8601 with the offset of this machine's zone, to the second; "" for null. */
    public static String time(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    }

    /** Returns the form for JMX: text, whole numbers and booleans; never null. */
    public static Object scalar(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant instant) {
            return time(instant);
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof Boolean ? value : value.toString();
    }
}
