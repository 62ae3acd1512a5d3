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

/** The header Retry-After (RFC 9110, 10.2.3): seconds, which may have a fraction, or a date in any of the ways of HTTP. */
final class RetryAfter {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            // RFC 850, and C's asctime: nobody should write them, and everybody has to read them
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    private RetryAfter() {}

    /**
     * Empty where there is no such header, where it can't be understood, or where its date is over.
     *
     * @param vendorsNow the header Date: by the vendor's own clock its date is so far away, whatever ours says; may be null
     * @param now by our clock, for a vendor that does not say its own
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
