package io.vsatlink.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void aFifthFailureForANameMakesItWaitFromAnywhereAndEachMoreTwiceAsLong() {
        fail(4, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
        fail(1, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(throttle.wait("max", "10.0.0.1")).isZero();
        clock.pass(Duration.ofSeconds(3));
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
        fail(1, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anAddressThatTriesManyNamesWaitsAsWell() {
        for (int i = 0; i < 29; i++) {
            fail(1, "name " + i, "10.0.0.1");
        }
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
        fail(1, "one more", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isPositive();
        assertThat(throttle.wait("ada", "10.0.0.2")).isZero();
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHourAndASuccessForgetsAll() {
        fail(100, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
        throttle.succeeded("ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
        fail(4, "ada", "10.0.0.1");
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
    }

    private void fail(int times, String user, String address) {
        for (int i = 0; i < times; i++) {
            throttle.attempted(user, address);
        }
    }
}
