/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import io.vsatlink.parameters.Values;
import java.time.Duration;

/**
 * The rules in force.
 *
 * @param delay how long a new ticket waits; zero for not at all
 * @param noteWhileOpen whether a new ticket becomes a note while one is open for the same circuit and category
 * @param flapWindow the window in which new tickets of a circuit and category are counted; zero for none
 * @param flapCount the one of them that becomes a note first
 * @param plannedWork the file or folder of windows in which new tickets wait; empty for none
 */
public record HygieneRules(
        Duration delay, boolean noteWhileOpen, Duration flapWindow, long flapCount, String plannedWork) {
    private static final String OFF = "off";

    /** No rule. */
    public static final HygieneRules NONE = new HygieneRules(Duration.ZERO, false, Duration.ZERO, 0, "");

    public static HygieneRules of(Values values) {
        Duration flapWindow = duration(values, "flapWindow");
        boolean counted = !flapWindow.isZero() && values.has("flapCount");
        return new HygieneRules(
                duration(values, "submitDelay"),
                values.text("secondTicket").equals("note"),
                counted ? flapWindow : Duration.ZERO,
                counted ? values.number("flapCount") : 0,
                values.text("plannedWork"));
    }

    private static Duration duration(Values values, String key) {
        return values.has(key) && !values.text(key).equals(OFF) ? values.duration(key) : Duration.ZERO;
    }

    /** Whether a new ticket may become a note. */
    boolean mayNote() {
        return noteWhileOpen || flapCount > 0;
    }
}
