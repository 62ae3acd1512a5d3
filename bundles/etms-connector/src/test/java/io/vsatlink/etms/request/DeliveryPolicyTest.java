/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.etms.request.DeliveryPolicy.Decision;
import io.vsatlink.etms.request.DeliveryPolicy.Decision.Block;
import io.vsatlink.etms.request.DeliveryPolicy.Decision.Retry;
import io.vsatlink.etms.request.Failure.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPolicyTest {

    /**
     * Kind, attempts, seconds that the vendor asked for, pause in milliseconds at a chance of 1, whether it may have arrived.
     */
    @ParameterizedTest
    @CsvSource({
        "TOO_MUCH, 1, , 1000, false",
        "TOO_MUCH, 3, , 4000, false",
        "TOO_MUCH, 3, 17, 17000, false",
        "UNKNOWN_END, 1, , 1000, true",
        "UNKNOWN_END, 2, , 2000, true",
        "UNKNOWN_END, 9, , 256000, true",
        "UNKNOWN_END, 10, , 300000, true",
        "UNKNOWN_END, 2000000000, , 300000, true",
        "UNKNOWN_END, 1, 60, 60000, true",
        "CHANGED_MEANWHILE, 1, , 1000, false",
        "CHANGED_MEANWHILE, 9, , 1000, false",
        "NO_ACCESS, 1, , 30000, false",
        "NO_ACCESS, 50, , 30000, false"
    })
    void isRetried(Kind kind, int attempts, Long asked, long pause, boolean mayHaveArrived) {
        assertThat(after(kind, attempts, asked, 1)).isEqualTo(new Retry(Duration.ofMillis(pause), mayHaveArrived));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, 1", "REFUSED, 7", "CHANGED_MEANWHILE, 10", "CHANGED_MEANWHILE, 11"})
    void waitsForAPerson(Kind kind, int attempts) {
        assertThat(after(kind, attempts, null, 0.5)).isEqualTo(new Block());
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 6000", "2, 36000", "3, 216000", "4, 300000", "9, 300000"})
    void repetitionsThatMayCreateDuplicatesWaitLonger(int repeats, long pause) {
        Failure failure = new Failure(Kind.UNKNOWN_END, "why", Optional.empty());
        assertThat(DeliveryPolicy.after(failure, 1, repeats, 1)).isEqualTo(new Retry(Duration.ofMillis(pause), true));
        assertThat(DeliveryPolicy.after(new Failure(Kind.TOO_MUCH, "why", Optional.empty()), 1, repeats, 1))
                .isEqualTo(new Retry(Duration.ofSeconds(1), false));
    }

    @Test
    void chanceShortensThePauseByUpToHalf() {
        assertThat(after(Kind.UNKNOWN_END, 3, null, 0)).isEqualTo(new Retry(Duration.ofSeconds(2), true));
        assertThat(after(Kind.UNKNOWN_END, 3, null, 0.5)).isEqualTo(new Retry(Duration.ofSeconds(3), true));
    }

    private static Decision after(Kind kind, int attempts, Long asked, double chance) {
        Optional<Duration> wait = Optional.ofNullable(asked).map(Duration::ofSeconds);
        return DeliveryPolicy.after(new Failure(kind, "why", wait), attempts, 0, chance);
    }
}
