package io.vsatlink.vendor;

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
        "99999999999999999999, PT87600H"
    })
    void readsSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.read(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "Sun, 22 Nov 2026 11:00:00 GMT", "2026-11-22T12:00:30Z"})
    void passesOverWhatIsOverOrNoTime(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }

    @Test
    void passesOverWhatIsNotThere() {
        assertThat(RetryAfter.read(null, NOW)).isEmpty();
    }
}
