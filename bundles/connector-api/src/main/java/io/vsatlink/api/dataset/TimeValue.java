/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.dataset;

import java.time.Instant;
import java.util.Objects;

/**
 * A point in time: the vendor's text and its meaning.
 *
 * @param text ISO-8601 with offset; kept verbatim, because a service desk searches for its own text
 * @param instant the same moment in UTC; two values are equal only if their texts are equal
 */
public record TimeValue(String text, Instant instant) {

    public TimeValue {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(instant, "instant");
    }
}
