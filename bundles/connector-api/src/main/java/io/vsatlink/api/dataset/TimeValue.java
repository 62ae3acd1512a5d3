package io.vsatlink.api.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * A point in time as the vendor wrote it, and what it means.
 *
 * @param text ISO-8601 with offset; kept to the letter, because a service desk searches for what it wrote itself
 * @param instant the same moment in UTC; two values are equal only if their texts are
 */
public record TimeValue(String text, Instant instant) {

    public TimeValue {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(instant, "instant");
    }

    /**
     * Reads ISO-8601 with an offset, for instance {@code 2026-11-21T02:00:00+01:00}, in any form that means one moment.
     *
     * @throws DateTimeException where it is anything else; its message goes on where the text ends, for instance
     *     {@code is not a time with an offset}
     */
    public static TimeValue parse(String text) {
        return new TimeValue(text, IsoTime.instant(text));
    }
}
