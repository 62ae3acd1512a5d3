/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The needs of a connector with one listing, circuits. */
public final class NeededCircuits {
    private NeededCircuits() {}

    /** @param others the columns other than the key */
    public static ProfileNeeds with(Column... others) {
        List<Column> columns = Stream.concat(
                        Stream.of(new Column("circuitId", ColumnType.TEXT, false)), Stream.of(others))
                .toList();
        return new ProfileNeeds(Set.of(), Map.of("circuits", new ListingNeeds(columns, "circuitId")), Map.of());
    }
}
