/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.beams;

import static io.vsatlink.api.dataset.Column.decimal;
import static io.vsatlink.api.dataset.Column.lookup;
import static io.vsatlink.api.dataset.Column.text;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.kit.element.BuiltInProfile;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue's listings. */
enum BeamListing implements Listing {
    SATELLITES("satellites", text("satelliteId"), text("name"), decimal("longitude")),
    BEAMS("beams", text("beamId"), lookup("satelliteId"), text("band"));

    /** The columns that a profile must describe, and the built-in profile. */
    static final BuiltInProfile PROFILE = new BuiltInProfile(
            BeamListing.class,
            "beams.json",
            new ProfileNeeds(
                    Set.of(),
                    Arrays.stream(values())
                            .collect(Collectors.toMap(
                                    BeamListing::key,
                                    each -> new ListingNeeds(
                                            each.columns, each.keyColumn().name()))),
                    Map.of()));

    private final String key;
    private final List<Column> columns;

    BeamListing(String key, Column... columns) {
        this.key = key;
        this.columns = List.of(columns);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Column keyColumn() {
        return columns.get(0);
    }

    @Override
    public int keyIndex() {
        return 0;
    }
}
