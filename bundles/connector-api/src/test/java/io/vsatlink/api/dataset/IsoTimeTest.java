package io.vsatlink.api.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T02:00:00Z",
                "2026-11-21T02:00:00+01:00",
                "2019-03-23T16:43:43-05:30",
                "2023-02-06T13:54:03.65337Z",
                "2023-02-06T13:54:03.123456789-00:30",
                "2024-02-29T23:59:59.9+18:00",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "2026-11-21T02:00Z",
                "2026-11-21T02:00:00.Z",
                "2026-11-21T02:00:00+01",
                "2026-11-21T02:00:00+01:00:30",
                "2026-11-21t02:00:00z",
                "+12026-11-21T02:00:00Z",
            })
    void readsWhatTheFormatterReadsAsTheSameMoment(String text) {
        assertThat(IsoTime.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21",
                "2026-11-21T02:00:00",
                "2026-11-21T02:00:00.1234567890Z",
                "2026-13-21T02:00:00Z",
                "2026-02-30T02:00:00Z",
                "2026-11-21T24:00:01Z",
                "2026-11-21T02:00:60Z",
                "2026-11-21T02:00:00+19:00",
                "2026-11-21T02:00:00+01:60",
                "2026-11-21T02:00:00+01:0x",
                "2026-11-21T02:00:00 Z",
                "2026-11-21 02:00:00Z",
            })
    void refusesWhatTheFormatterRefuses(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> IsoTime.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
