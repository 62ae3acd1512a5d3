/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "' 120 ', PT2M",
        "'Sun, 22 Nov 2026 12:00:30 GMT', PT30S",
        "315360000000, PT87600H",
        "99999999999999999999, PT87600H",
        "1e99, PT87600H",
        "19.997, PT19.997S",
        "0.2, PT0.2S",
        "'Sunday, 22-Nov-26 12:00:30 GMT', PT30S",
        "'Sun Nov 22 12:00:30 2026', PT30S",
        "2026-11-22T13:00:30+01:00, PT30S"
    })
    void readsSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.read(header, null, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-5",
                "0.0",
                "soon",
                "1.5 s",
                "1,5",
                "1e-999999999",
                "1e9999999999",
                "Sun, 22 Nov 2026 11:00:00 GMT",
                "Sun, 32 Nov 2026 11:00:00 GMT",
                "2026-11-22T12:00:30"
            })
    void passesOverWhatIsOverOrNoTime(String header) {
        assertThat(RetryAfter.read(header, null, NOW)).isEmpty();
    }

    @Test
    void passesOverWhatIsNotThere() {
        assertThat(RetryAfter.read(null, null, NOW)).isEmpty();
    }

    @Test
    void aDateIsAsFarAwayAsByTheVendorsOwnClock() {
        String date = "Sun, 22 Nov 2026 03:00:30 GMT";
        assertThat(RetryAfter.read(date, "Sun, 22 Nov 2026 03:00:00 GMT", NOW)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.read(date, "yesterday", NOW)).isEmpty();
    }
}
