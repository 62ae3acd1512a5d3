/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpikeArrestTest {
    private long nanos;

    @Test
    void sixtyPerMinuteAllowOnePerSecondEvenAfterAPause() {
        SpikeArrest arrest = new SpikeArrest(60, () -> nanos);
        pass(3_600_000);
        assertThat(arrest.admits()).isTrue();
        assertThat(arrest.admits()).isFalse();
        pass(999);
        assertThat(arrest.admits()).isFalse();
        pass(1);
        assertThat(arrest.admits()).as("a refused call costs nothing").isTrue();
        assertThat(arrest.admits()).isFalse();
    }

    @Test
    void zeroMeansNoLimit() {
        SpikeArrest arrest = new SpikeArrest(0, () -> nanos);
        assertThat(arrest.admits()).isTrue();
        assertThat(arrest.admits()).isTrue();
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
