/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.standby;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress(100);

    @Test
    void aStandbyThatReachedNothingKnownHasNoAge() {
        assertThat(progress.age(5)).isEmpty();
        progress.primaryAt(10, 1_000);
        progress.standbyAt(999);
        assertThat(progress.age(20)).isEmpty();
    }

    @Test
    void itIsAsOldAsTheLastPositionOfThePrimaryThatItReached() {
        progress.primaryAt(10, 1_000);
        progress.standbyAt(1_000);
        assertThat(progress.age(10)).hasValue(0);
        progress.primaryAt(20, 2_000);
        progress.primaryAt(30, 3_000);
        progress.standbyAt(2_500);
        assertThat(progress.age(40)).hasValue(20);
        progress.standbyAt(3_000);
        assertThat(progress.age(40)).hasValue(10);
    }

    @Test
    void itGrowsOldWithoutNewsAndYoungAgainWhenItCatchesUpAfterALongTime() {
        progress.primaryAt(10, 1_000);
        progress.standbyAt(1_000);
        for (int i = 1; i <= 50; i++) {
            progress.primaryAt(10 + 10L * i, 1_000 + i);
        }
        assertThat(progress.age(510)).hasValue(500);
        progress.standbyAt(1_050);
        assertThat(progress.age(510)).hasValue(0);
    }
}
