package io.vsatlink.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.vendor.login.RetryTimer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RetryTimerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    private long nanos;
    private final RetryTimer timer = new RetryTimer(Clock.fixed(NOW, ZoneOffset.UTC), () -> nanos);

    @Test
    void whatMayPassIsTriedAgainAfterHalfAMinute() {
        assertThat(timer.after(new Unavailable("no connection", "", OptionalInt.empty(), null)))
                .contains(NOW.plusSeconds(30));
        nanos = 29_999_999_999L;
        assertThat(timer.due()).isFalse();
        nanos++;
        assertThat(timer.due()).isTrue();
    }

    @Test
    void whatOnlyAPersonCanMendIsNot() {
        assertThat(timer.after(new Rejected("no trust in the certificate", "", OptionalInt.empty(), "", null)))
                .isEmpty();
        assertThat(timer.set()).isFalse();
    }
}
