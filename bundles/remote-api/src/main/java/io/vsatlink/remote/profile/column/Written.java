/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.column;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How a vendor writes numbers and times. */
public sealed interface Written {

    /** A time, as the vendor writes it. */
    default String text(Instant instant) {
        return instant.toString();
    }

    /** The formats of JSON and of ISO 8601 with an offset. */
    record Plainly() implements Written {}

    /** Times as seconds or milliseconds since 1970-01-01T00:00:00Z. */
    record Epoch(boolean millis) implements Written {
        @Override
        public String text(Instant instant) {
            return String.valueOf(millis ? instant.toEpochMilli() : instant.getEpochSecond());
        }
    }

    /**
     * Times in a pattern of {@link DateTimeFormatter}.
     *
     * @param zone the time zone; null if the pattern has an offset
     */
    record Pattern(String pattern, DateTimeFormatter formatter, ZoneId zone) implements Written {
        @Override
        public String text(Instant instant) {
            return formatter.format(instant.atZone(zone == null ? ZoneOffset.UTC : zone));
        }
    }

    /**
     * Numbers as text with other separators.
     *
     * @param decimal the decimal separator
     * @param grouping the thousands separator; may be empty
     */
    record Digits(char decimal, String grouping) implements Written {}
}
