/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import com.fasterxml.jackson.core.JsonPointer;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.remote.profile.ColumnProfile;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.Written;
import java.util.List;
import java.util.Map;

/** Items that have each column of a listing under the column's own name. */
final class PlainItems {
    private PlainItems() {}

    static RowMapper mapper(Listing listing) {
        return new RowMapper(listing, of(listing));
    }

    private static ItemsProfile of(Listing listing) {
        return new ItemsProfile(
                "",
                ItemsProfile.Shape.ARRAY,
                listing.columns(),
                listing.keyColumn().name(),
                listing.columns().stream().map(PlainItems::column).toList(),
                List.of());
    }

    private static ColumnProfile column(Column column) {
        return new ColumnProfile(
                column.name(),
                JsonPointer.compile("/" + column.name()),
                column.type(),
                new Written.Plainly(),
                ColumnProfile.usuallyMissing(column.type()),
                ColumnProfile.Missing.EMPTY,
                null,
                Map.of());
    }
}
