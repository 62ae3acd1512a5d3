/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import java.time.Duration;
import java.util.List;

/**
 * When a poll that failed is made again before its interval is over: a vendor that is back must not cost a day, and one that
 * is not must not be asked all the time.
 */
public final class PollRetry {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    /** After as many failures in a row as these, one more makes no difference. */
    public static final int MOST_FAILURES = PAUSES.size();

    private PollRetry() {}

    /**
     * How long after the end of the last poll the next one is due, unless its interval is over before.
     *
     * @param failures polls in a row that failed, at least 1
     */
    public static Duration pause(int failures) {
        return PAUSES.get(Math.min(failures, MOST_FAILURES) - 1);
    }
}
