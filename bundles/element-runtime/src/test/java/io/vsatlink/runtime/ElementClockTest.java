/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.Health;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElementClockTest {
    private static final Health FINE = new Health(Health.Level.OK, "all is well");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(5).toNanos());
    private final CountDownLatch told = new CountDownLatch(1);
    private final ElementClock clock = new ElementClock(
            task -> {
                Thread thread = new Thread(task, "clock");
                thread.setDaemon(true);
                return thread;
            },
            PATIENCE,
            told::countDown,
            now::get);

    @AfterEach
    void stop() {
        clock.shutdown();
    }

    @Test
    void aClockThatTicksHasNothingToSay() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(3);
        var unused = clock.every(Duration.ofMillis(1), ticks::countDown);
        ticks.await();
        assertThat(clock.health(() -> FINE)).isEqualTo(FINE);
    }

    @Test
    void aClockThatMetAnErrorIsCriticalAtOnceAndStaysSo() throws InterruptedException {
        AtomicInteger ticks = new AtomicInteger();
        var unused = clock.every(Duration.ofMillis(1), () -> {
            if (ticks.incrementAndGet() == 3) {
                throw new NoClassDefFoundError("io/vsatlink/Gone");
            }
        });
        told.await();
        assertThat(clock.health(() -> FINE))
                .isEqualTo(new Health(
                        Health.Level.CRITICAL,
                        "the clock of this element has stopped after an error: "
                                + "java.lang.NoClassDefFoundError: io/vsatlink/Gone;"
                                + " see the log, then restart the bundle"));
        clock.execute(() -> {});
        assertThat(ticks).hasValue(3);
        assertThat(clock.problem()).contains("has stopped");
    }

    @Test
    void anErrorInATaskThatComesOnceIsNotSwallowedEither() throws InterruptedException {
        clock.execute(() -> {
            throw new StackOverflowError("too deep");
        });
        told.await();
        assertThat(clock.problem()).contains("java.lang.StackOverflowError: too deep");
    }

    @Test
    void anExceptionInATaskThatComesOnceEndsNothing() throws InterruptedException {
        clock.execute(() -> {
            throw new IllegalStateException("ours");
        });
        CountDownLatch ticks = new CountDownLatch(3);
        var unused = clock.every(Duration.ofMillis(1), ticks::countDown);
        ticks.await();
        assertThat(clock.problem()).isEmpty();
    }

    @Test
    void aTickThatDoesNotEndIsCriticalWhenPatienceIsOver() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        var unused = clock.every(Duration.ofMillis(1), () -> {
            begun.countDown();
            uninterrupted(end);
        });
        begun.await();
        now.addAndGet(PATIENCE.toNanos());
        assertThat(clock.problem()).isEmpty();
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(clock.problem())
                .isEqualTo("a task of this element has been running for 11 min;"
                        + " all other work of the element is waiting");
        end.countDown();
    }

    @Test
    void aTickThatDoesNotComeIsCriticalLongBefore() {
        Duration pause = Duration.ofDays(1);
        var unused = clock.every(pause, () -> {});
        settle();
        now.addAndGet(pause.plus(ElementClock.LATE).toNanos());
        assertThat(clock.problem()).isEmpty();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(clock.problem()).isEqualTo("the clock of this element has not run for 1443 min; restart the bundle");
    }

    @Test
    void aScheduleThatWasEndedOnPurposeIsNoProblem() {
        boolean cancelled = clock.every(Duration.ofMillis(1), () -> {}).cancel(false);
        assertThat(cancelled).isTrue();
        settle();
        assertThat(clock.problem()).isEmpty();
    }

    private void settle() {
        CountDownLatch done = new CountDownLatch(1);
        clock.execute(done::countDown);
        uninterrupted(done);
        // the sign of life comes after the task
        while (clock.getCompletedTaskCount() == 0 || clock.getActiveCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }
}
