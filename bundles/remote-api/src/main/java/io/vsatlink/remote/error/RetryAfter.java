/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header Retry-After (RFC 9110, 10.2.3): seconds, which may have a fraction, or a date in any HTTP format. */
final class RetryAfter {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            // RFC 850 and asctime of C: obsolete, but a recipient must accept them
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    private RetryAfter() {}

    /**
     * Returns the time to wait; empty if there is no such header, if its format is unknown, or if its date is in the
     * past.
     *
     * @param header the value of Retry-After; may be null
     * @param vendorsNow the header Date: the vendor's clock, from which the wait until a date is computed; may be null
     * @param now our clock, used if the vendor sends no Date
     */
    static Optional<Duration> read(String header, String vendorsNow, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        return Seconds.read(text).or(() -> date(text)
                .map(until -> Duration.between(
                        Optional.ofNullable(vendorsNow)
                                .flatMap(date -> date(date.strip()))
                                .orElse(now),
                        until))
                .filter(wait -> !wait.isNegative() && !wait.isZero()));
    }

    private static Optional<Instant> date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(Instant.from(format.parse(text)));
            } catch (DateTimeException e) {
                // another format may fit
            }
        }
        return Optional.empty();
    }
}
