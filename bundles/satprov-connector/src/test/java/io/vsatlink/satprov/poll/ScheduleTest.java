package io.vsatlink.satprov.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A wall clock that is set neither stalls the polls nor lets all loose at once. */
class ScheduleTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private Instant wall = Instant.parse("2026-11-22T12:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            throw new AssertionError("no zone matters");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("no zone matters");
        }

        @Override
        public Instant instant() {
            return wall;
        }
    };

    private final Schedule schedule = new Schedule(clock, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall = wall.plus(time);
    }

    @Test
    void isDueAtOnceWhereNothingWasEverBegun() {
        assertThat(schedule.due(DAY)).isTrue();
        assertThat(schedule.next(DAY)).isNull();
    }

    @Test
    void isDueWhenTheIntervalIsOver() {
        schedule.begin();
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(DAY));
        pass(Duration.ofHours(23));
        assertThat(schedule.due(DAY)).isFalse();
        pass(Duration.ofHours(1));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void aClockThatIsSetChangesNothing() {
        schedule.begin();
        wall = wall.plus(DAY);
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(DAY));
        wall = wall.minus(DAY).minus(DAY);
        pass(DAY);
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void anEarlierStartIsRecalled() {
        schedule.recall(wall.minus(Duration.ofHours(20)));
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(Duration.ofHours(4)));
        pass(Duration.ofHours(4));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void anEarlierStartInTheFutureCountsAsNow() {
        schedule.recall(wall.plus(Duration.ofDays(30)));
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(DAY));
        pass(DAY);
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void aRetryComesBeforeTheIntervalAndNeverAfterIt() {
        schedule.begin();
        pass(Duration.ofMinutes(1));
        schedule.retry(Duration.ofMinutes(5));
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(Duration.ofMinutes(5)));
        assertThat(schedule.next(Duration.ofMinutes(2))).isEqualTo(wall.plus(Duration.ofMinutes(1)));
        pass(Duration.ofMinutes(4));
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.due(Duration.ofMinutes(2))).isTrue();
        pass(Duration.ofMinutes(1));
        assertThat(schedule.due(DAY)).isTrue();

        schedule.begin();
        assertThat(schedule.due(DAY)).isFalse();
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(DAY));
    }

    @Test
    void aClockThatIsSetDoesNotMoveARetry() {
        schedule.begin();
        schedule.retry(Duration.ofMinutes(5));
        wall = wall.minus(DAY);
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(5));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void aRetryOfAnEarlierStartIsRecalled() {
        schedule.recall(wall.minus(Duration.ofHours(2)));
        schedule.recallRetry(wall.minus(Duration.ofMinutes(50)), Duration.ofHours(1));
        assertThat(schedule.next(DAY)).isEqualTo(wall.plus(Duration.ofMinutes(10)));
        pass(Duration.ofMinutes(10));
        assertThat(schedule.due(DAY)).isTrue();
    }

    @Test
    void anEarlierStartLongAgoIsOver() {
        schedule.recall(Instant.EPOCH.minus(Duration.ofDays(400_000)));
        assertThat(schedule.due(Duration.ofDays(365))).isTrue();
    }
}
