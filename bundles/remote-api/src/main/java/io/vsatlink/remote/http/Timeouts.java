/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.time.Duration;

/**
 * The time limits of a request.
 *
 * @param connect until the connection is established
 * @param idle between two pieces of data
 * @param total from the start to the last byte; it also ends a response that arrives too slowly
 */
public record Timeouts(Duration connect, Duration idle, Duration total) {

    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5));

    /** For messages: {@code 5 min}, {@code 30 s}, {@code 300 ms}. */
    static String words(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + " ms";
        }
        return duration.toSeconds() % 60 != 0 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
    }
}
