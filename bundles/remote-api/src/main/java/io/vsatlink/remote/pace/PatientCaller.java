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
 * Makes the calls of one element: no faster than allowed, again where that may help, and not at all while the vendor asked
 * for a pause. Thread-safe.
 */
public final class PatientCaller {
    /** How often a call is made at most. */
    public static final int ATTEMPTS = Backoff.USUAL.attempts();

    /** However long the vendor asks us to wait, somebody will have repaired it by then, or can't. */
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

    /** A call; made again from the start for each attempt. */
    public interface Attempt<T> {
        T make() throws VendorException;
    }

    /**
     * Takes new limits; calls that wait already keep their place.
     *
     * @param calls how many may be under way at once
     * @param perSecond how many may start in a second, 0 for no limit
     */
    public void limit(int calls, long perSecond) {
        concurrency.limit(calls);
        limiter.limit(perSecond);
    }

    /** How many calls the maker of calls should have under way. */
    public Concurrency concurrency() {
        return concurrency;
    }

    /**
     * @return what the first good attempt gave
     * @throws VendorException the last attempt's failure, also when it was stopped after one
     * @throws StoppedException where it was stopped before an attempt
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
     * One attempt, in its turn; what follows from a failure is the caller's to say.
     *
     * @throws StoppedException where it was stopped before the attempt
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
            // the vendor may have asked for a pause while this call waited for its turn
            wait = limiter.pause();
        }
        if (stop.stopped()) {
            throw new StoppedException();
        }
    }

    /** How long the vendor asked us to wait, as far as we would; empty where it did not. */
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
