/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void admitsTheGivenNumberInAnyOneSecond() {
        Quota quota = new Quota(3, true, nanos::get);
        assertThat(quota.admits()).isTrue();
        pass(900);
        assertThat(quota.admits()).isTrue();
        assertThat(quota.admits()).isTrue();
        assertThat(quota.admits()).isFalse();
        pass(100);
        assertThat(quota.admits()).as("the first is a second ago").isTrue();
        assertThat(quota.admits()).as("the others are not").isFalse();
        pass(900);
        assertThat(quota.admits()).isTrue();
    }

    @Test
    void noQuotaAdmitsAll() {
        Quota quota = new Quota(0, true, nanos::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(quota.admits()).isTrue();
        }
    }

    private void pass(int millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
