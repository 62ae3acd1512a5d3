/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses a number of seconds from untrusted text. */
public final class Seconds {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int LONGEST_TEXT = 100;

    /** Ten years: longer than anyone waits, and too short for an overflow. */
    private static final Duration MOST = Duration.ofDays(3650);

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(MOST.toSeconds());
    private static final BigDecimal LEAST_SECONDS = BigDecimal.valueOf(1, 9);

    private Seconds() {}

    /** Returns at most ten years; empty if the text is not a number or is less than a nanosecond. */
    public static Optional<Duration> read(String text) {
        if (text.length() > LONGEST_TEXT || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return read(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // the exponent is out of range
            return Optional.empty();
        }
    }

    /** Compares first: expanding a number with an exponent of a million takes too long. */
    private static Optional<Duration> read(BigDecimal seconds) {
        if (seconds.compareTo(LEAST_SECONDS) < 0) {
            return Optional.empty();
        }
        return Optional.of(
                seconds.compareTo(MOST_SECONDS) >= 0
                        ? MOST
                        : Duration.ofNanos(seconds.setScale(9, RoundingMode.CEILING)
                                .unscaledValue()
                                .longValueExact()));
    }
}
