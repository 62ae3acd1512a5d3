/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Near the maximum, where sums overflow. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 2 * SECOND);

    private final RateLimiter limiter = new RateLimiter(now::get);
    private final RetryBudget budget = new RetryBudget(now::get);
    private final Concurrency concurrency = new Concurrency();

    @Test
    void requestsLeaveEvenlySpaced() {
        limiter.limit(4);
        assertThat(limiter.reserve()).isZero();
        assertThat(limiter.reserve()).isEqualTo(SECOND / 4);
        assertThat(limiter.reserve()).isEqualTo(SECOND / 2);
        now.addAndGet(3 * SECOND);
        assertThat(limiter.reserve()).isZero();
        limiter.limit(0);
        assertThat(limiter.reserve()).isEqualTo(SECOND / 4);
        assertThat(limiter.reserve()).isEqualTo(SECOND / 4);
    }

    @Test
    void lessThanOneRequestASecondIsAPaceToo() {
        limiter.limit(0.25);
        assertThat(limiter.reserve()).isZero();
        assertThat(limiter.reserve()).isEqualTo(4 * SECOND);
    }

    @Test
    void spacesGrowWhileTheVendorSaysThatWeAskTooOftenAndShrinkAgain() {
        limiter.limit(4);
        limiter.throttled();
        limiter.throttled();
        assertThat(limiter.reserve()).as("once for all that were under way").isEqualTo(SECOND / 2);
        assertThat(limiter.reserve()).isEqualTo(SECOND);
        now.addAndGet(2 * SECOND);
        limiter.throttled();
        now.addAndGet(3 * SECOND);
        assertThat(limiter.reserve()).isZero();
        assertThat(limiter.reserve()).isEqualTo(SECOND);
        for (int i = 0; i < 40; i++) {
            limiter.succeeded();
        }
        now.addAndGet(10 * SECOND);
        assertThat(limiter.reserve()).isZero();
        assertThat(limiter.reserve()).as("as before").isEqualTo(SECOND / 4);
    }

    @Test
    void nothingLeavesDuringAPause() {
        limiter.pauseFor(Duration.ofSeconds(5));
        limiter.pauseFor(Duration.ofSeconds(2));
        assertThat(limiter.pause()).isEqualTo(5 * SECOND);
        assertThat(limiter.reserve()).isEqualTo(5 * SECOND);
        now.addAndGet(5 * SECOND);
        assertThat(limiter.pause()).isZero();
        assertThat(limiter.reserve()).isZero();
    }

    @Test
    void retriesRunOutWhileNothingSucceeds() {
        for (int i = 0; i < 20; i++) {
            assertThat(budget.spend()).isTrue();
        }
        assertThat(budget.spend()).isFalse();
        now.addAndGet(6 * SECOND);
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void successesEarnRetries() {
        for (int i = 0; i < 1000; i++) {
            budget.succeeded();
        }
        for (int i = 0; i < 40; i++) {
            assertThat(budget.spend()).isTrue();
        }
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void halvesWhenItIsTooMuchAndGrowsBackOneByOne() {
        concurrency.limit(8);
        assertThat(concurrency.allowed()).isEqualTo(8);
        concurrency.throttled();
        concurrency.throttled();
        assertThat(concurrency.allowed()).isEqualTo(2);
        for (int i = 0; i < 4; i++) {
            concurrency.succeeded();
        }
        assertThat(concurrency.allowed()).isEqualTo(3);
        for (int i = 0; i < 100; i++) {
            concurrency.succeeded();
            concurrency.limit(8);
        }
        assertThat(concurrency.allowed()).isEqualTo(8);
        for (int i = 0; i < 5; i++) {
            concurrency.throttled();
        }
        assertThat(concurrency.allowed()).isEqualTo(1);
    }
}
