/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Times in the vendor's format: mostly UTC and whole seconds, some with another offset, some with a fraction. */
final class Stamps {
    private static final long FIRST = Instant.parse("2019-03-01T00:00:00Z").getEpochSecond();
    private static final int SPAN_SECONDS = 7 * 365 * 24 * 3600;
    private static final List<ZoneOffset> OFFSETS = List.of(
            ZoneOffset.ofHours(-5), ZoneOffset.ofHours(2), ZoneOffset.ofHours(8), ZoneOffset.ofHoursMinutes(5, 30));

    private static final Instant FIRST_TICKET = Instant.parse("2025-11-03T06:12:00Z");
    private static final int LONGEST_TICKET_SECONDS = 9 * 24 * 3600;

    private Stamps() {}

    /** The times of creation and of the last change. */
    record Span(String first, String last) {}

    /** Returns the times of the n-th item of a series with this interval in minutes. */
    static Span lifeOf(int number, int minutesBetween, Dice dice) {
        Instant first = FIRST_TICKET.plusSeconds(number * 60L * minutesBetween + dice.below(60 * minutesBetween));
        Instant last = first.plusSeconds(dice.below(LONGEST_TICKET_SECONDS));
        ZoneOffset offset = dice.perMille(80) ? dice.pick(OFFSETS) : ZoneOffset.UTC;
        return new Span(text(first, offset), text(last, offset));
    }

    static String lastModified(Dice dice) {
        long second = FIRST + dice.below(SPAN_SECONDS);
        int nanos = 0;
        if (dice.perMille(120)) {
            nanos = dice.perMille(700) ? dice.below(1000) * 1_000_000 : dice.below(1_000_000) * 1000;
        }
        ZoneOffset offset = dice.perMille(80) ? dice.pick(OFFSETS) : ZoneOffset.UTC;
        return text(Instant.ofEpochSecond(second, nanos), offset);
    }

    private static String text(Instant time, ZoneOffset offset) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(time, offset));
    }
}
