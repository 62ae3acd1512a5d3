/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import io.vsatlink.remote.profile.column.Written;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.HexFormat;
import java.util.Objects;

/**
 * How to request only the rows changed since a time.
 *
 * @param parameter for the time, besides the paging parameters
 * @param written the format of the time
 * @param overlap how much earlier than necessary the request starts, for changes that the vendor shows late
 * @param column the listing's column with the time of a row's last change
 * @param profile the {@link #hash} of the whole profile
 */
public record ChangesProfile(String parameter, Written written, Duration overlap, String column, String profile) {

    public ChangesProfile {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(overlap, "overlap");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(profile, "profile");
    }

    /**
     * The time to request from, in whole seconds, which all vendors accept.
     *
     * @param known the time up to which changes are known
     */
    public Instant from(Instant known) {
        Instant from = known.minus(overlap).truncatedTo(ChronoUnit.SECONDS);
        return written instanceof Written.Pattern pattern && pattern.zone() != null
                ? beforeRepeatedHour(from, pattern.zone())
                : from;
    }

    /** A short hash of a text. */
    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A repeated local hour is ambiguous, so the request starts before its first occurrence. */
    private static Instant beforeRepeatedHour(Instant from, ZoneId zone) {
        ZoneOffsetTransition back =
                zone.getRules().getTransition(from.atZone(zone).toLocalDateTime());
        return back != null && back.isOverlap()
                ? back.getInstant().plus(back.getDuration()).minusSeconds(1)
                : from;
    }
}
