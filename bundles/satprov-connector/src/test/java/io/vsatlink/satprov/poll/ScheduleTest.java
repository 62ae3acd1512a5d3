/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A wall clock that is set neither stalls the polls nor lets all loose at once. */
class ScheduleTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final MovableClock wall = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

    private final Schedule schedule = new Schedule(wall, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall.advance(time);
    }

    @Test
    void isDueAtOnceWhereNothingWasEverBegun() {
        assertThat(schedule.due(DAY)).isTrue();
        assertThat(schedule.next(DAY)).isNull();
    }

    @Test
    void isDueWhenTheIntervalIsOver() {
        schedule.begin(schedule.start());
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(DAY));
        pass(Duration.ofHours(23));
        assertThat(schedule.due(DAY)).isFalse();
        pass(Duration.ofHours(1));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void aClockThatIsSetChangesNothing() {
        schedule.begin(schedule.start());
        wall.advance(DAY);
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(DAY));
        wall.advance(DAY.multipliedBy(-2));
        pass(DAY);
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void anEarlierStartIsRecalled() {
        schedule.recall(wall.instant().minus(Duration.ofHours(20)));
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(Duration.ofHours(4)));
        pass(Duration.ofHours(4));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void anEarlierStartInTheFutureCountsAsNow() {
        schedule.recall(wall.instant().plus(Duration.ofDays(30)));
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(DAY));
        pass(DAY);
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void aRetryComesBeforeTheIntervalAndNeverAfterIt() {
        schedule.begin(schedule.start());
        pass(Duration.ofMinutes(1));
        schedule.retry(Duration.ofMinutes(5));
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(Duration.ofMinutes(5)));
        assertThat(schedule.next(Duration.ofMinutes(2)))
                .isEqualTo(wall.instant().plus(Duration.ofMinutes(1)));
        pass(Duration.ofMinutes(4));
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.due(Duration.ofMinutes(2))).isTrue();
        pass(Duration.ofMinutes(1));
        assertThat(schedule.due(DAY)).isTrue();

        schedule.begin(schedule.start());
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(DAY));
    }

    @Test
    void aClockThatIsSetDoesNotMoveARetry() {
        schedule.begin(schedule.start());
        schedule.retry(Duration.ofMinutes(5));
        wall.advance(DAY.negated());
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(5));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void aRetryOfAnEarlierStartIsRecalled() {
        schedule.recall(wall.instant().minus(Duration.ofHours(2)));
        schedule.recallRetry(wall.instant().minus(Duration.ofMinutes(50)), Duration.ofHours(1));
        assertThat(schedule.next(DAY)).isEqualTo(wall.instant().plus(Duration.ofMinutes(10)));
        pass(Duration.ofMinutes(10));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void anEarlierStartLongAgoIsOver() {
        schedule.recall(Instant.EPOCH.minus(Duration.ofDays(400_000)));
        assertThat(schedule.due(Duration.ofDays(365))).isTrue();
    }
}
