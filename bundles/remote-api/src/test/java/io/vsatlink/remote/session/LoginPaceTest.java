/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginPaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Near the maximum, where sums overflow. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 3 * SECOND);

    private final LoginPace pace = new LoginPace(now::get);

    @Test
    void fiveInARowAndThenOneInTenSeconds() {
        assertThat(inARow()).isEqualTo(5);
        assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(10));
        now.addAndGet(9 * SECOND);
        assertThat(inARow()).isZero();
        now.addAndGet(SECOND);
        assertThat(inARow()).isEqualTo(1);
        now.addAndGet(3600 * SECOND);
        assertThat(inARow()).isEqualTo(5);
    }

    @Test
    void beginsAnewWhereSomebodyWantsALogin() {
        assertThat(inARow()).isEqualTo(5);
        pace.restart();
        assertThat(inARow()).isEqualTo(5);
    }

    private int inARow() {
        int count = 0;
        while (pace.take()) {
            count++;
        }
        return count;
    }
}
