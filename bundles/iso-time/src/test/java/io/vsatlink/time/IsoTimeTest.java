/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "2026-13-21T02:00:00Z",
                "2026-02-30T02:00:00Z",
                "2026-11-21T24:00:01Z",
                "2026-11-21T02:00:60Z",
                "2026-11-21T02:00:00+19:00",
                "2026-11-21T02:00:00+01:60",
                "2026-11-21T02:00:00+01:0x",
                "2026-11-21T02:00:00 Z",
                "2026-11-21  02:00:00Z",
            })
    void refusesWhatTheFormatterRefuses(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> IsoTime.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-21T02:00:00+0000                  | 2026-11-21T02:00:00Z
                    2026-11-21T02:00:00.250+0530              | 2026-11-20T20:30:00.250Z
                    2026-11-21 02:00:00+01:00                 | 2026-11-21T01:00:00Z
                    2026-11-21T02:00:00,5Z                    | 2026-11-21T02:00:00.5Z
                    2026-11-21T02:00:00.123456789987Z         | 2026-11-21T02:00:00.123456789Z
                    2026-11-21T02:00:00−01:00                 | 2026-11-21T03:00:00Z
                    20261121T020000Z                          | 2026-11-21T02:00:00Z
                    2026-W47-6T02:00:00Z                      | 2026-11-21T02:00:00Z
                    2020-W53-7T02:00:00Z                      | 2021-01-03T02:00:00Z
                    2026-325T02:00:00Z                        | 2026-11-21T02:00:00Z
                    2026-12-31T24:00:00Z                      | 2027-01-01T00:00:00Z
                    2016-12-31T23:59:60Z                      | 2016-12-31T23:59:59Z
                    2026-11-21T02:00:00+01:00[Europe/Berlin]  | 2026-11-21T01:00:00Z
                    2026-11-21T02:00:00Z[Europe/Berlin]       | 2026-11-21T02:00:00Z
                    """)
    void readsWhateverElseMeansOneMoment(String text, Instant moment) {
        assertThat(IsoTime.instant(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-02-29T00:00:00Z                      | is a date or time that does not exist
                    0000-00-00T00:00:00Z                      | is a date or time that does not exist
                    2025-W53-1T00:00:00Z                      | is a date or time that does not exist
                    2026-03-29T23:59:60Z                      | is a date or time that does not exist
                    2026-03-29T00:30:00+18:30                 | has an offset of more than 18 hours
                    2026-03-29T00:30:00+01:75                 | has an offset that does not exist
                    2026-03-29T00:30:00+02:00[Europe/Berlin]  | has another offset than Europe/Berlin has then
                    2026-03-29T00:30:00+02:00[Europe/Xanadu]  | names a time zone that is not known
                    10000-01-01T00:00:00Z                     | is not a time with an offset
                    2026-03-29                                | is not a time with an offset
                    """)
    void saysWhyATextIsNone(String text, String why) {
        assertThatThrownBy(() -> IsoTime.instant(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage(why);
    }
}
