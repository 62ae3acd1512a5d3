/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import java.time.Duration;

/** Decides what follows from a failed attempt. No other class decides this. Pure functions. */
final class DeliveryPolicy {
    /** The first pause; each further pause is twice as long. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** The pause while access is refused. Frequent retries do not help, and the connection retries the login itself. */
    static final Duration ACCESS_PAUSE = Duration.ofSeconds(30);

    /** The maximum number of repetitions of what may have arrived but is not found; then a person has to check. */
    static final int REPEATS = 4;

    /** The factor by which the pauses between repetitions grow: ETMS may need time until it finds what it has. */
    private static final int SLOWER = 6;

    /**
     * The maximum number of attempts that fail because others change the ticket at the same moment; then a person has to check.
     */
    static final int CHANGES_BORNE = 10;

    /** What happens next. */
    sealed interface Decision {

        /**
         * Another attempt.
         *
         * @param in the time until then
         * @param mayHaveArrived whether ETMS must be queried before the request is sent again
         */
        record Retry(Duration in, boolean mayHaveArrived) implements Decision {}

        /** No attempt until a person decides. */
        record Block() implements Decision {}
    }

    private DeliveryPolicy() {}

    /**
     * @param attempts the number of attempts, this one included
     * @param repeats the number of repetitions, this attempt included
     * @param chance from 0 to 1: randomizes the pause between half and all of it, so that requests that failed together are not
     *     retried together
     */
    static Decision after(Failure failure, int attempts, int repeats, double chance) {
        return switch (failure.kind()) {
            case TOO_MUCH -> new Decision.Retry(failure.asked().orElse(pause(attempts, chance)), false);
            case UNKNOWN_END ->
                new Decision.Retry(
                        failure.asked().orElse(longer(pause(attempts, chance), again(repeats, chance))), true);
            case CHANGED_MEANWHILE ->
                attempts < CHANGES_BORNE ? new Decision.Retry(pause(1, chance), false) : new Decision.Block();
            case REFUSED -> new Decision.Block();
            case NO_ACCESS -> new Decision.Retry(ACCESS_PAUSE, false);
        };
    }

    private static Duration pause(int attempts, double chance) {
        return some(FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 20), chance);
    }

    private static Duration again(int repeats, double chance) {
        long pause = FIRST_PAUSE.toMillis();
        for (int i = 0; i < Math.min(repeats, REPEATS); i++) {
            pause *= SLOWER;
        }
        return some(pause, chance);
    }

    /** Returns between half of the pause and all of it. */
    private static Duration some(long pause, double chance) {
        long most = Math.min(pause, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(most / 2 + (long) (most / 2.0 * chance));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
