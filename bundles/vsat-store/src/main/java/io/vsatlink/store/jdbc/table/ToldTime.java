/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.time.IsoTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A time whose text says more than its column keeps. */
public final class ToldTime {
    /** The length of {@code 2026-11-28T10:00:00.123456}: shorter texts have no digits beyond. */
    private static final int AS_PRECISE_AS_MICROS = 26;

    private ToldTime() {}

    /** The time of the text if the column has the beginning of it; otherwise that of the column. */
    public static Instant exact(Dialect dialect, String text, Instant stored) {
        if (dialect.precision().toNanos() == 1 || text.length() <= AS_PRECISE_AS_MICROS) {
            return stored;
        }
        try {
            Instant told = IsoTime.instant(text);
            return Duration.between(stored, told).abs().compareTo(dialect.precision()) <= 0 ? told : stored;
        } catch (DateTimeException e) {
            // in a form of the vendor's own
            return stored;
        }
    }
}
