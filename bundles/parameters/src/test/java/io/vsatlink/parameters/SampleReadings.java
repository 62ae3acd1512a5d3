/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.time.Instant;

/** Readings as elements define them. */
public record SampleReadings(
        @Reading(value = "How it is", notified = true) String status,
        @Reading(value = "How many there are", unit = "rows") long total,
        @Reading("When it was") Instant lastPolled,
        @Reading("All lines") Rows<Line> lines) {

    /** A row of a table. */
    @TableKey("name")
    public record Line(String name, long length) {}
}
