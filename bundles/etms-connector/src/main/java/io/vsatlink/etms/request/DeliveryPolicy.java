/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import java.time.Duration;

/** What follows from an attempt that failed: the one place where that is decided. Pure. */
final class DeliveryPolicy {
    /** The first pause; each further one is twice as long. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What is wrong with the access is not mended by asking often, and the connection asks by itself. */
    static final Duration ACCESS_PAUSE = Duration.ofSeconds(30);

    /** So often what may have arrived, and is not found, is made again; then a person looks. */
    static final int REPEATS = 4;

    /** What was repeated is repeated less and less often: ETMS may be slow to find what it has. */
    private static final int SLOWER = 6;

    /** So often a ticket may be changed by others at the same moment; then a person looks. */
    static final int CHANGES_BORNE = 10;

    /** What to do. */
    sealed interface Decision {

        /**
         * Once more.
         *
         * @param in how long from now
         * @param mayHaveArrived whether ETMS must be asked before it is sent again
         */
        record Retry(Duration in, boolean mayHaveArrived) implements Decision {}

        /** Not before a person says so. */
        record Block() implements Decision {}
    }

    private DeliveryPolicy() {}

    /**
     * @param attempts how many there were, this one included
     * @param repeats how often something was made again, this attempt included
     * @param chance from 0 to 1: how much of the pause is taken, so that those who failed together do not come back
     *     together
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

    /** From half of the pause to all of it. */
    private static Duration some(long pause, double chance) {
        long most = Math.min(pause, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(most / 2 + (long) (most / 2.0 * chance));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
