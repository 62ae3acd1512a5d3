/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgeTest {
    private static final Instant THREE = Instant.parse("2026-11-24T03:00:00Z");

    private final MovableClock wall = new MovableClock(THREE);
    private long nanos = Long.MAX_VALUE - 5;
    private final Age age = new Age(wall, () -> nanos);

    @Test
    void growsWithTheClock() {
        assertThat(age.of(THREE.minusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        pass(Duration.ofSeconds(30));
        assertThat(age.of(THREE.minusSeconds(7))).isEqualTo(Duration.ofSeconds(37));
        assertThat(age.of(THREE.plusSeconds(20))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatWasLookedAtGrowsWhereTheClockIsSetBack() {
        assertThat(age.of(THREE.minusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        wall.set(THREE.minus(Duration.ofHours(2)));
        pass(Duration.ofMinutes(1));
        assertThat(age.of(THREE.minusSeconds(7))).isEqualTo(Duration.ofSeconds(67));
    }

    @Test
    void whatIsDatedAfterNowWasDatedBeforeTheClockWasSetBack() {
        pass(Duration.ofMinutes(10));
        wall.set(THREE.minus(Duration.ofHours(2)));
        assertThat(age.of(THREE.plusSeconds(60))).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void whatIsDatedByAClockThatWasFastBeforeTheStartIsNew() {
        assertThat(age.of(THREE.plus(Duration.ofHours(2)))).isEqualTo(Duration.ZERO);
        pass(Duration.ofSeconds(5));
        assertThat(age.of(THREE.plus(Duration.ofHours(2)))).isEqualTo(Duration.ofSeconds(5));
    }

    private void pass(Duration time) {
        wall.advance(time);
        nanos += time.toNanos();
    }
}
