/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Random chance = new Random(26);

    @Test
    void aRestartOfTheVendorThatTakesAMinuteIsOutlasted() {
        for (int i = 0; i < 10_000; i++) {
            Duration all = all(true).stream().reduce(Duration.ZERO, Duration::plus);
            assertThat(all).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(185));
        }
    }

    @Test
    void theFirstRetriesAreQuick() {
        for (int i = 0; i < 1000; i++) {
            List<Duration> pauses = all(true);
            assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofMillis(500));
            assertThat(pauses.get(1)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void withoutABudgetEachIsHalfAMinuteAtLeastAndAllOfThemStillOutlastAMinute() {
        for (int i = 0; i < 1000; i++) {
            Duration all = Duration.ZERO;
            for (Duration pause : all(false)) {
                assertThat(pause).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
                Duration longer = all.plus(pause);
                all = longer.compareTo(Backoff.USUAL.longest()) > 0 ? all : longer;
            }
            assertThat(all).isGreaterThan(Duration.ofSeconds(90));
        }
    }

    @Test
    void aFailedPollIsMadeAgainSoonAndThenLessOften() {
        assertThat(PollRetry.pause(1)).isEqualTo(Duration.ofMinutes(5));
        assertThat(PollRetry.pause(2)).isEqualTo(Duration.ofMinutes(15));
        assertThat(PollRetry.pause(3)).isEqualTo(Duration.ofHours(1));
        assertThat(PollRetry.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }

    private List<Duration> all(boolean budgeted) {
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt < PatientCaller.ATTEMPTS; attempt++) {
            pauses.add(Backoff.USUAL.pause(attempt, budgeted, chance));
        }
        return pauses;
    }
}
