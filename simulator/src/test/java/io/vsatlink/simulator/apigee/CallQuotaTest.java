/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallQuotaTest {
    private long nanos = Long.MAX_VALUE - 5;

    @Test
    void aPeriodBeginsWithItsFirstCall() {
        CallQuota quota = new CallQuota(2, 60, () -> nanos);
        pass(59);
        assertThat(quota.admits()).isTrue();
        pass(59);
        assertThat(quota.admits()).isTrue();
        assertThat(quota.admits()).isFalse();
        pass(1);
        assertThat(quota.admits()).isTrue();
    }

    @Test
    void anExhaustedQuotaRecoversByItself() {
        CallQuota quota = new CallQuota(0, 60, () -> nanos);
        assertThat(quota.admits()).isTrue();
        quota.exhaust(5);
        pass(4);
        assertThat(quota.admits()).isFalse();
        pass(1);
        assertThat(quota.admits()).isTrue();
    }

    private void pass(long seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }
}
