/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.planned;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The times of windows. Where a local time does not exist, or exists twice, because clocks are changed, a window is rather too long
 * than too short.
 */
final class WindowTime {
    private WindowTime() {}

    /** @throws IllegalArgumentException with a sentence */
    static Instant begin(String text, String zone) {
        return instant(text, zone, true);
    }

    /** @throws IllegalArgumentException with a sentence */
    static Instant end(String text, String zone) {
        return instant(text, zone, false);
    }

    private static Instant instant(String text, String zone, boolean begin) {
        String iso = text.replace(' ', 'T');
        try {
            if (iso.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")) {
                return OffsetDateTime.parse(iso).toInstant();
            }
            LocalDateTime local = LocalDateTime.parse(iso);
            if (zone.isEmpty()) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" has no offset, and the column zone does not name its time zone");
            }
            return instant(local, ZoneId.of(zone), begin);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\"" + (zone.isEmpty() ? "" : " in the zone \"" + zone + "\"")
                            + " is not a time; write it like 2026-11-29T22:00 with a zone like Europe/Berlin, or with its offset,"
                            + " like 2026-11-29T22:00+01:00",
                    e);
        }
    }

    private static Instant instant(LocalDateTime local, ZoneId zone, boolean begin) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(zone).toInstant();
        }
        if (change.isGap()) {
            return begin ? change.getInstant() : local.toInstant(change.getOffsetBefore());
        }
        return local.toInstant(begin ? change.getOffsetBefore() : change.getOffsetAfter());
    }
}
