/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void readsWhatPeopleWriteAndIso() {
        assertThat(Durations.parse("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(Durations.parse(" 15M ")).isEqualTo(Duration.ofMinutes(15));
        assertThat(Durations.parse("12h")).isEqualTo(Duration.ofHours(12));
        assertThat(Durations.parse("365d")).isEqualTo(Duration.ofDays(365));
        assertThat(Durations.parse("PT90S")).isEqualTo(Duration.ofSeconds(90));
        for (String bad : new String[] {"", "30", "30x", "-1h", "1.5h", "99999999999d", "PT"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(bad));
        }
    }

    @Test
    void writesTheShortestFormThatMeansTheSame() {
        for (String text : new String[] {"0s", "30s", "90s", "15m", "12h", "1d", "36h"}) {
            assertThat(Durations.format(Durations.parse(text))).isEqualTo(text);
        }
        assertThat(Durations.format(Duration.ofHours(24))).isEqualTo("1d");
    }
}
