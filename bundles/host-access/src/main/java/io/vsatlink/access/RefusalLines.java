/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Logs refusals, at most thirty lines a minute; further refusals are only counted. Thread-safe. */
final class RefusalLines {
    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int LINES_IN_A_WHILE = 30;

    private final String what;
    private final Consumer<String> lines;
    private final Clock clock;
    private Instant whileBegan;
    private long refusals;

    /** @param what the kind of refused calls, in the plural */
    RefusalLines(String what, Consumer<String> lines, Clock clock) {
        this.what = what;
        this.lines = lines;
        this.clock = clock;
        this.whileBegan = clock.instant();
    }

    synchronized void add(String line) {
        tellOfTheRest();
        refusals++;
        if (refusals <= LINES_IN_A_WHILE) {
            lines.accept(line);
        }
    }

    /** Ends a counting period that is over. */
    private void tellOfTheRest() {
        Instant now = clock.instant();
        if (whileBegan.plus(WHILE).isAfter(now)) {
            return;
        }
        tellRest();
        whileBegan = now;
        refusals = 0;
    }

    /** Ends the counting when the log is closed. */
    synchronized void close() {
        tellRest();
        refusals = 0;
    }

    private void tellRest() {
        if (refusals > LINES_IN_A_WHILE) {
            lines.accept(
                    "nobody: " + (refusals - LINES_IN_A_WHILE) + " more " + what + " were refused within a minute");
        }
    }
}
