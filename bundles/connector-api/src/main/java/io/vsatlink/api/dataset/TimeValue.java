package io.vsatlink.api.dataset;

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
}
