/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times around the hours that a zone skips or repeats. The machine's own zone must not matter. */
class TimesTest {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Pacific/Apia"})
    void areKeptToTheLetterAndKnownInUtcWhereverWeAre(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        // the hour that Berlin skips, and the one that it repeats
        assertTime("2026-03-29T02:30:00+01:00", "2026-03-29T01:30:00Z");
        assertTime("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z");
        assertTime("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z");
        // the same for New York, and a day that Apia skipped
        assertTime("2026-03-08T02:30:00-05:00", "2026-03-08T07:30:00Z");
        assertTime("2026-11-01T01:30:00-04:00", "2026-11-01T05:30:00Z");
        assertTime("2011-12-30T12:00:00Z", "2011-12-30T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Pacific/Apia"})
    void areRefusedWhereTheyLeaveRoomForAGuess(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        for (String text : List.of(
                "2026-03-29T02:30:00",
                "2026-03-29",
                "29.03.2026 02:30",
                "2026-02-30T00:00:00Z",
                "1774747800",
                "1774747800000",
                "")) {
            assertThat(WrittenText.plain(text, ColumnType.TIME)).as(text).isNull();
        }
    }

    private static void assertTime(String text, String utc) {
        TimeValue time = (TimeValue) WrittenText.plain(text, ColumnType.TIME);
        assertThat(time.text()).isEqualTo(text);
        assertThat(time.instant()).isEqualTo(Instant.parse(utc));
    }
}
