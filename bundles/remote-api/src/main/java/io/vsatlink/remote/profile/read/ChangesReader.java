/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ChangesProfile;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.PagePosition.In;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.column.Written;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the part of a profile that says how only what changed is asked for. */
final class ChangesReader {
    private static final Duration USUAL_OVERLAP = Duration.ofMinutes(10);

    /** In a week of the next year, and at an hour that clocks with twelve hours write as 12. */
    private static final ZonedDateTime PROBE = ZonedDateTime.of(2026, 12, 31, 0, 40, 59, 0, ZoneOffset.UTC);

    private final ProfileNode node;
    private final ListingNeeds needs;

    ChangesReader(ProfileNode node, ListingNeeds needs) {
        this.node = node;
        this.needs = needs;
    }

    /**
     * Reads a part that has the shape of the schema; something, even after a mistake.
     *
     * @param root the whole profile
     */
    ChangesProfile read(ItemsProfile items, PagePosition paging, ProfileNode root) {
        if (!needs.changes()) {
            node.refuse("is not possible for this listing, which is always read as a whole");
        }
        checkColumn(items);
        String parameter = node.text("parameter");
        if (parameter.equals(paging.name()) || parameter.equals(paging.size())) {
            node.at("parameter").refuse("is a parameter of the paging");
        }
        if ((paging.in() == In.BODY || paging.in() == In.PARAMETER) && !parameter.startsWith("/")) {
            node.at("parameter")
                    .refuse("must be a JSON pointer such as /a/b, not \"" + parameter
                            + "\", because it stands in JSON");
        }
        Written written = WrittenReader.read(node.at("written"), ColumnType.TIME);
        if (written instanceof Written.Pattern pattern && !isExact(pattern.formatter())) {
            node.at("written")
                    .at("pattern")
                    .refuse("would request another time: a date is yyyy, MM and dd, and hours are HH, or hh with a");
        }
        return new ChangesProfile(
                parameter,
                written,
                overlap(),
                node.text("column"),
                ChangesProfile.hash(root.json().toString()));
    }

    /** Whether a time can be read from its text, up to what the text leaves out at its end. */
    private static boolean isExact(DateTimeFormatter formatter) {
        try {
            String text = formatter.format(PROBE);
            TemporalAccessor read = formatter.parse(text);
            LocalTime time = read.query(TemporalQueries.localTime());
            boolean sameHour = time == null
                    ? formatter.format(PROBE.plusHours(12).plusMinutes(7)).equals(text)
                    : time.getHour() == PROBE.getHour() && !time.isAfter(PROBE.toLocalTime());
            return PROBE.toLocalDate().equals(read.query(TemporalQueries.localDate())) && sameHour;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void checkColumn(ItemsProfile items) {
        String name = node.text("column");
        boolean time =
                needs.fields().stream().anyMatch(field -> field.name().equals(name) && field.type() == ColumnType.TIME);
        if (!time) {
            String times = needs.fields().stream()
                    .filter(field -> field.type() == ColumnType.TIME)
                    .map(Column::name)
                    .collect(Collectors.joining(", "));
            node.at("column").refuse("must be a column of this listing that holds times: " + times);
        } else if (items.columns().stream()
                .noneMatch(column -> column != null && column.name().equals(name))) {
            node.at("column").refuse("is a column that the vendor does not have, by columns");
        }
    }

    /** In the shape of the schema: digits and a unit. */
    private Duration overlap() {
        if (!node.has("overlap")) {
            return USUAL_OVERLAP;
        }
        String text = node.text("overlap").toUpperCase(Locale.ROOT);
        return Duration.parse(text.endsWith("D") ? "P" + text : "PT" + text);
    }
}
