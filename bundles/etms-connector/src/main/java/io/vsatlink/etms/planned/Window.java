/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.planned;

import java.time.Instant;
import java.util.Map;

/**
 * A window of planned work.
 *
 * @param begin the first moment in it
 * @param end the first moment after it
 * @param about values by the names of columns; a circuit with all of them is concerned
 * @param name how users recognize it
 */
public record Window(Instant begin, Instant end, Map<String, String> about, String name) {

    public Window {
        about = Map.copyOf(about);
    }

    /** @param columns of a circuit, by name */
    boolean holds(Instant moment, Map<String, String> columns) {
        return !moment.isBefore(begin)
                && moment.isBefore(end)
                && columns.entrySet().containsAll(about.entrySet());
    }
}
