/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.util.List;

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
        return ColumnProfile.plain(column.name(), "/" + column.name(), column.type());
    }
}
