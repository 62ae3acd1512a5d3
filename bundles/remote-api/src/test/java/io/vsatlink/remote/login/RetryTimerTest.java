/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
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

    @Test
    void aTokenThatIsNotTakenIsTriedAgainLaterAndLater() {
        Unauthorized refused = new Unauthorized("no", "", OptionalInt.of(401), "", true);
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(timer.after(refused)).contains(NOW.plusSeconds(seconds));
        }
        timer.works();
        assertThat(timer.after(refused)).contains(NOW.plusSeconds(30));
        timer.clear();
        assertThat(timer.after(new Unauthorized("wrong", "", OptionalInt.of(401), "", false)))
                .isEmpty();
        assertThat(timer.set()).isFalse();
    }
}
