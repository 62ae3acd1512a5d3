package io.vsatlink.vendor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header Retry-After (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** Longer than anybody waits, and short enough to reckon with. */
    private static final long MOST_SECONDS = Duration.ofDays(3650).toSeconds();

    private RetryAfter() {}

    /** Empty where there is no such header, where it can't be understood, or where its date is over. */
    static Optional<Duration> read(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        return (text.matches("[0-9]+") ? Optional.of(seconds(text)) : untilDate(text, now))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private static Duration seconds(String digits) {
        long seconds = digits.length() > 12 ? MOST_SECONDS : Long.parseLong(digits);
        return Duration.ofSeconds(Math.min(seconds, MOST_SECONDS));
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
