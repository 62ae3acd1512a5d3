/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The wait after each failed attempt of a call. It is chosen at random from a span, so that pages which failed at the
 * same time are not repeated at the same time.
 *
 * @param spans one after each attempt but the last
 * @param outOfRetries replaces a shorter span while the retry budget is empty
 */
public record Backoff(List<Span> spans, Span outOfRetries) {

    /** The shortest and the longest wait. */
    public record Span(Duration least, Duration most) {
        Duration by(RandomGenerator chance) {
            return Duration.ofNanos(chance.nextLong(least.toNanos(), most.toNanos() + 1));
        }
    }

    /**
     * Most failures are brief, so the first retry is quick. A restart of the vendor takes up to a minute, so all waits
     * together last at least a minute and a half, and at most three minutes.
     */
    public static final Backoff USUAL = new Backoff(
            List.of(
                    seconds(0, 0.5),
                    seconds(0, 1),
                    seconds(1, 2),
                    seconds(2, 4),
                    seconds(4, 8),
                    seconds(8, 16),
                    seconds(16, 32),
                    seconds(30, 60),
                    seconds(30, 60)),
            seconds(30, 60));

    public Backoff {
        spans = List.copyOf(spans);
    }

    private static Span seconds(double least, double most) {
        return new Span(Duration.ofMillis((long) (least * 1000)), Duration.ofMillis((long) (most * 1000)));
    }

    /** The largest number of attempts. */
    int attempts() {
        return spans.size() + 1;
    }

    /** The upper limit of all waits together, without those that the vendor asks for. */
    Duration longest() {
        return spans.stream().map(Span::most).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * @param attempt the number of the failed attempt, from 1
     * @param budgeted whether the retry budget was not empty
     */
    Duration pause(int attempt, boolean budgeted, RandomGenerator chance) {
        Span span = spans.get(attempt - 1);
        boolean slower = !budgeted && span.least().compareTo(outOfRetries.least()) < 0;
        return (slower ? outOfRetries : span).by(chance);
    }
}
