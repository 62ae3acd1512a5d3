/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extreme and malformed numbers are all handled without delay. */
@Timeout(10)
class SecondsTest {
    @ParameterizedTest
    @CsvSource({
        "3600, PT1H",
        "3600.0, PT1H",
        "3.6e3, PT1H",
        "0.0000000001e1, PT0.000000001S",
        "9223372036854775, PT87600H",
        "9223372036854775807, PT87600H",
        "1E+99999999, PT87600H",
        "1e2147483647, PT87600H"
    })
    void readsANumber(String text, Duration seconds) {
        assertThat(Seconds.read(text)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.000", "-1", "+1", "NaN", "1e-99999999", "1e-2147483647", "1e99999999999", "1 h", "٣"
            })
    void passesOverWhatNoTimeCouldPassIn(String text) {
        assertThat(Seconds.read(text)).isEmpty();
    }

    @Test
    void passesOverWhatIsTooLongForANumber() {
        assertThat(Seconds.read("1".repeat(1_000_000))).isEmpty();
    }
}
