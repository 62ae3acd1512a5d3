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
 */
public record HygieneRules(Duration delay) {
    private static final String OFF = "off";

    /** No rule. */
    public static final HygieneRules NONE = new HygieneRules(Duration.ZERO);

    public static HygieneRules of(Values values) {
        return new HygieneRules(duration(values, "submitDelay"));
    }

    private static Duration duration(Values values, String key) {
        return values.has(key) && !values.text(key).equals(OFF) ? values.duration(key) : Duration.ZERO;
    }
}
