/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void afterFiveFailuresEachFurtherOneWaitsTwiceAsLong() {
        fail(5, "ada", "10.0.0.1");
        assertThat(throttle.attempt("ada", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(2));
        fail(1, "ada", "10.0.0.1");
        assertThat(throttle.attempt("ada", "10.0.0.1")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anAttemptDuringTheWaitDoesNotProlongIt() {
        fail(5, "ada", "10.0.0.1");
        for (int i = 0; i < 100; i++) {
            throttle.attempt("ada", "10.0.0.1");
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(throttle.attempt("ada", "10.0.0.1")).isZero();
    }

    @Test
    void neitherTheOwnerElsewhereNorOthersAtTheSameAddressHaveToWait() {
        for (int i = 0; i < 1_000; i++) {
            throttle.attempt("name " + i % 50, "10.0.0.1");
        }
        assertThat(throttle.attempt("ada", "10.0.0.1")).isZero();
        assertThat(throttle.attempt("name 1", "10.0.0.1")).isPositive();
        assertThat(throttle.attempt("name 1", "10.0.0.2")).isZero();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        for (int i = 0; i < 5; i++) {
            throttle.attempt("ada", "2001:db8:1:2::" + i);
        }
        assertThat(throttle.attempt("ada", "[2001:db8:1:2:ffff::1]")).isPositive();
        assertThat(throttle.attempt("ada", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void theWaitIsAtMostAQuarterOfAnHourAndASuccessResetsIt() {
        for (int i = 0; i < 20; i++) {
            fail(1, "ada", "10.0.0.1");
            clock.advance(throttle.attempt("ada", "10.0.0.1"));
        }
        fail(1, "ada", "10.0.0.1");
        assertThat(throttle.attempt("ada", "10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
        throttle.succeeded("ada", "10.0.0.1");
        fail(5, "ada", "10.0.0.1");
    }

    @Test
    void aQuarterOfAnHourWithoutAFailureResetsTheCount() {
        fail(4, "ada", "10.0.0.1");
        clock.advance(Duration.ofMinutes(16));
        fail(5, "ada", "10.0.0.1");
    }

    /** Otherwise invented names could displace the record of the failures. */
    @Test
    void manyNamesTriedOnceUseNoMemoryAndDoNotDisplaceRepeatedGuesses() {
        fail(5, "ada", "10.0.0.1");
        throttle.attempt("ada", "10.0.0.1");
        for (int i = 0; i < 30_000; i++) {
            throttle.attempt("name " + i, "10.0.0.1");
        }
        assertThat(throttle.attempt("ada", "10.0.0.1")).isPositive();
        assertThat(throttle.remembered()).isLessThanOrEqualTo(10_000);
    }

    private void fail(int times, String user, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.attempt(user, address)).isZero();
        }
    }
}
