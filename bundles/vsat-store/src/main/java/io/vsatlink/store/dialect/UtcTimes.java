/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;

/** Converts times to and from TIMESTAMP columns in UTC. Not thread-safe, because a Calendar is not. */
public final class UtcTimes {
    /** Derby reads earlier times by the Julian calendar, whatever calendar is passed. */
    public static final Instant FIRST = Instant.parse("1600-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);

    /** Writes null for a time outside the years 1600 to 9999. */
    public void set(PreparedStatement statement, int index, Instant instant) throws SQLException {
        if (instant == null || !fits(instant)) {
            statement.setNull(index, Types.TIMESTAMP);
        } else {
            statement.setTimestamp(index, Timestamp.from(instant), utc);
        }
    }

    /** Whether a column can store the time. */
    public static boolean fits(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }

    public Instant get(ResultSet result, int index) throws SQLException {
        Timestamp timestamp = result.getTimestamp(index, utc);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
