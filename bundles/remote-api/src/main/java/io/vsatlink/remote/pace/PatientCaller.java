/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes the calls of one element: within the rate limit, with retries after temporary failures, and not during a pause
 * that the vendor asked for. Thread-safe.
 */
public final class PatientCaller {
    /** The largest number of attempts of a call. */
    public static final int ATTEMPTS = Backoff.USUAL.attempts();

    /** The longest pause that we grant, however long the vendor asks us to wait. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final RateLimiter limiter = new RateLimiter(System::nanoTime);
    private final RetryBudget budget = new RetryBudget(System::nanoTime);
    private final Concurrency concurrency = new Concurrency();
    private final Backoff backoff;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    public PatientCaller() {
        this(Backoff.USUAL);
    }

    public PatientCaller(Backoff backoff) {
        this.backoff = backoff;
    }

    /** A call, made from the start in each attempt. */
    public interface Attempt<T> {
        T make() throws VendorException;
    }

    /**
     * Sets new limits; calls that are already waiting keep their place.
     *
     * @param calls the number of calls that may be in progress at the same time
     * @param perSecond the number of calls that may start in a second; 0 for no limit
     */
    public void limit(int calls, long perSecond) {
        concurrency.limit(calls);
        pace((double) perSecond);
    }

    /** @param perSecond the number of calls that may start in a second; 0 for no limit */
    public void pace(double perSecond) {
        limiter.limit(perSecond);
    }

    /** The number of calls that the caller should have in progress. */
    public Concurrency concurrency() {
        return concurrency;
    }

    /**
     * Makes a call with retries.
     *
     * @return the result of the first successful attempt
     * @throws VendorException the failure of the last attempt, even if the call was stopped after it
     * @throws StoppedException if the call was stopped before its first attempt
     */
    public <T> T call(Attempt<T> attempt, StopSignal stop, CallWatch watch) throws VendorException, StoppedException {
        Duration waited = Duration.ZERO;
        for (int number = 1; ; number++) {
            awaitTurn(stop, watch);
            try {
                T result = attempt.make();
                budget.succeeded();
                concurrency.succeeded();
                limiter.succeeded();
                return result;
            } catch (Unavailable failure) {
                slowDown(failure);
                if (stop.stopped() || number == backoff.attempts()) {
                    throw failure;
                }
                Optional<Duration> asked = pause(failure);
                Duration own = asked.isPresent() ? Duration.ZERO : backoff.pause(number, budget.spend(), chance);
                waited = waited.plus(own);
                if (waited.compareTo(backoff.longest()) > 0) {
                    throw failure;
                }
                Duration wait = asked.orElse(own);
                watch.retries(failure, number, wait);
                if (stop.await(wait.toNanos())) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Makes one attempt within the limits; the caller decides what follows from a failure.
     *
     * @throws StoppedException if the call was stopped before the attempt
     */
    public <T> T once(Attempt<T> attempt, StopSignal stop) throws VendorException, StoppedException {
        awaitTurn(stop, CallWatch.NONE);
        try {
            T result = attempt.make();
            limiter.succeeded();
            return result;
        } catch (Unavailable failure) {
            slowDown(failure);
            throw failure;
        }
    }

    private void awaitTurn(StopSignal stop, CallWatch watch) throws StoppedException {
        long wait = limiter.reserve();
        while (wait > 0) {
            if (limiter.pause() > 0) {
                watch.pauses(Duration.ofNanos(limiter.pause()));
            }
            if (stop.await(wait)) {
                break;
            }
            // the vendor may have asked for a pause while this call was waiting
            wait = limiter.pause();
        }
        if (stop.stopped()) {
            throw new StoppedException();
        }
    }

    /** The pause that the vendor asked for, up to the longest that we grant; empty if it asked for none. */
    public static Optional<Duration> pause(Unavailable failure) {
        return failure.retryAfter().map(asked -> asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    }

    private void slowDown(Unavailable failure) {
        if (failure.throttled()) {
            concurrency.throttled();
        }
        if (failure.paced()) {
            limiter.throttled();
        }
        pause(failure).ifPresent(limiter::pauseFor);
    }
}
