/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each attempt of a call that failed: each pause is chosen by chance from a span, so that pages which
 * failed together do not come back together.
 *
 * @param spans one after each attempt but the last
 * @param outOfRetries where the budget of retries is empty and the span at hand is shorter
 */
public record Backoff(List<Span> spans, Span outOfRetries) {

    /** From the shortest to the longest. */
    public record Span(Duration least, Duration most) {
        Duration by(RandomGenerator chance) {
            return Duration.ofNanos(chance.nextLong(least.toNanos(), most.toNanos() + 1));
        }
    }

    /**
     * Most failures pass at once, so the first retry is quick. A restart of the vendor takes up to a minute, so all of them
     * last a minute and a half at least and three minutes at most.
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

    /** How often a call is made at most. */
    int attempts() {
        return spans.size() + 1;
    }

    /** All pauses together are not longer than that, but for those that the vendor asks for. */
    Duration longest() {
        return spans.stream().map(Span::most).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * @param attempt that failed, from 1
     * @param budgeted whether there was a retry left in the budget
     */
    Duration pause(int attempt, boolean budgeted, RandomGenerator chance) {
        Span span = spans.get(attempt - 1);
        boolean slower = !budgeted && span.least().compareTo(outOfRetries.least()) < 0;
        return (slower ? outOfRetries : span).by(chance);
    }
}
