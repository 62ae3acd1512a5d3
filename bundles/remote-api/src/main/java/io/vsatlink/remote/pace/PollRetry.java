/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import java.time.Duration;
import java.util.List;

/**
 * When a failed poll is repeated before its interval is over: a short outage must not cost a day of data, and a long
 * one must not cause constant calls.
 */
public final class PollRetry {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    /** After this number of consecutive failures, the pause no longer grows. */
    public static final int MOST_FAILURES = PAUSES.size();

    private PollRetry() {}

    /**
     * The time from the end of the last poll to the next one, unless its interval is over earlier.
     *
     * @param failures the number of consecutive failed polls, at least 1
     */
    public static Duration pause(int failures) {
        return PAUSES.get(Math.min(failures, MOST_FAILURES) - 1);
    }
}
