/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.item.Problem;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.profile.ItemsProfile;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Maps the vendor's items to rows, as the profile describes. Immutable. */
public final class RowMapper {
    private final Listing listing;
    private final ItemReader reader;
    private final Consumer<Row> check;

    public RowMapper(Listing listing, ItemsProfile items) {
        this(listing, items, row -> {});
    }

    /** @param check throws an {@link IllegalArgumentException} with a sentence for a row that must be rejected */
    RowMapper(Listing listing, ItemsProfile items, Consumer<Row> check) {
        this.listing = listing;
        this.reader = new ItemReader(items);
        this.check = check;
    }

    /** An empty tally for the items. */
    public FieldTally tally() {
        return reader.tally();
    }

    /**
     * @param parser at the item's start; left at its end
     * @param name the item's name, null in an array
     * @param told collects its fields
     * @param rejected receives a rejected row
     * @return the row; empty if it was rejected
     */
    public Optional<Row> map(JsonParser parser, String name, FieldTally told, Consumer<RejectedRow> rejected)
            throws IOException {
        Item item = reader.read(parser, name, told);
        if (item instanceof RejectedRow bad) {
            rejected.accept(bad);
            return Optional.empty();
        }
        Item.Read read = (Item.Read) item;
        try {
            Row row = new Row(listing, read.values(), read.extra());
            check.accept(row);
            return Optional.of(row);
        } catch (IllegalArgumentException e) {
            String key = String.valueOf(read.values().get(listing.keyIndex()));
            rejected.accept(new RejectedRow(key, Problem.of(null, e.getMessage())));
            return Optional.empty();
        }
    }
}
