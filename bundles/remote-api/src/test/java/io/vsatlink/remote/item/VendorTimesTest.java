/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.profile.column.Written;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in vendors' formats: unambiguous ones are taken, the others are rejected. */
class VendorTimesTest {
    private static final Written PLAINLY = new Written.Plainly();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    2016-12-31T23:59:60Z                 | 2016-12-31T23:59:59Z
                    2026-03-29T24:00:00Z                 | 2026-03-30T00:00:00Z
                    2026-03-29T02:30:00+14:00            | 2026-03-28T12:30:00Z
                    2026-03-29T02:30:00-12:00            | 2026-03-29T14:30:00Z
                    +10000-01-01T00:00:00Z               | +10000-01-01T00:00:00Z
                    9999-12-31T23:59:59.9999999Z         | 9999-12-31T23:59:59.9999999Z
                    0001-01-01T00:00:00Z                 | 0001-01-01T00:00:00Z
                    -0044-03-15T00:00:00Z                | -0044-03-15T00:00:00Z
                    1582-10-10T00:00:00Z                 | 1582-10-10T00:00:00Z
                    2026-03-29T00:30:00+0000             | 2026-03-29T00:30:00Z
                    2026-03-29T00:30:00.000+0000         | 2026-03-29T00:30:00Z
                    2026-03-29T00:30:00+01               | 2026-03-28T23:30:00Z
                    2026-03-29 00:30:00Z                 | 2026-03-29T00:30:00Z
                    2026-03-29 00:30:00+00:00            | 2026-03-29T00:30:00Z
                    2026-03-29t00:30:00z                 | 2026-03-29T00:30:00Z
                    2026-03-29T00:30Z                    | 2026-03-29T00:30:00Z
                    20260329T003000Z                     | 2026-03-29T00:30:00Z
                    2026-W13-7T00:30:00Z                 | 2026-03-29T00:30:00Z
                    2026-088T00:30:00Z                   | 2026-03-29T00:30:00Z
                    2026-03-29T00:30:00.123456789012Z    | 2026-03-29T00:30:00.123456789Z
                    2026-03-29T00:30:00,5Z               | 2026-03-29T00:30:00.5Z
                    2026-03-29T03:30:00+02:00[Europe/Brussels] | 2026-03-29T01:30:00Z
                    2026-03-29T00:30:00\u221201:00            | 2026-03-29T01:30:00Z
                    2026-03-29T00:30:00-00:00            | 2026-03-29T00:30:00Z
                    """)
    void isTakenAndKeptToTheLetter(String text, Instant moment) {
        assertThat(WrittenText.plain(text, ColumnType.TIME)).isEqualTo(new TimeValue(text, moment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    " 2026-03-29T00:30:00Z"              | 2026-03-29T00:30:00Z
                    "2026-03-29T00:30:00Z "              | 2026-03-29T00:30:00Z
                    Sun, 29 Mar 2026 00:30:00 GMT        | 2026-03-29T00:30:00Z
                    """)
    void isTakenInTheFormThatEverybodyReads(String text, String iso) {
        assertThat(WrittenText.plain(text, ColumnType.TIME)).isEqualTo(new TimeValue(iso, Instant.parse(iso)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    2026-03-29T02:30:00+18:30            | has an offset of more than 18 hours
                    10000-01-01T00:00:00Z                | is not a time with an offset
                    0000-00-00T00:00:00Z                 | is a date or time that does not exist
                    2026-02-29T00:00:00Z                 | is a date or time that does not exist
                    2026-03-29                           | is not a time with an offset
                    2026-03-29T00:30:00                  | is not a time with an offset
                    2026-03-29T00:30:00+02:00[Europe/Brussels] | has another offset than Europe/Brussels has then
                    1774744200                           | is not a time with an offset
                    1774744200000                        | is not a time with an offset
                    \u0662\u0660\u0662\u0666-03-29T00:30:00Z                 | is not a time with an offset
                    null                                 | is not a time with an offset
                    N/A                                  | is not a time with an offset
                    Mon, 29 Mar 2026 00:30:00 GMT        | is not a time with an offset
                    """)
    void isSetAsideWithItsReason(String text, String why) {
        assertThat(WrittenText.plain(text, ColumnType.TIME)).isNull();
        assertThat(WrittenText.why(text, PLAINLY, ColumnType.TIME)).isEqualTo(why);
    }
}
