/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Selects rows, their order and their number. It has the same meaning in every database, whatever its
 * collation and its casts; the contract of the ports verifies this for each store. Immutable.
 *
 * <p>A value matches a text that it contains, ignoring case; a number or boolean must match exactly.
 *
 * @param listing whose rows
 * @param search at least one column must match; empty for all rows
 * @param filters by column name, each column must match; an empty text matches all
 * @param orderBy a column's name. Text is ordered by UTF-16 units, null comes after all values, and equal values are ordered by key
 * @param descending whether to reverse the order
 * @param after the rows after this one: only its key and its value of {@code orderBy} matter, and it need not exist;
 *     null for the first rows
 * @param limit maximum number of rows
 */
public record RowQuery(
        Listing listing,
        String search,
        Map<String, String> filters,
        String orderBy,
        boolean descending,
        Row after,
        int limit) {

    /** Maximum of {@code limit}. */
    public static final int MAX_LIMIT = 1_000;

    /** @throws IllegalArgumentException with a sentence, if a column does not exist or the limit is out of range */
    public RowQuery {
        Objects.requireNonNull(listing, "listing");
        search = search.toLowerCase(Locale.ROOT);
        Map<String, String> lowered = new LinkedHashMap<>();
        filters.forEach((name, text) -> {
            require(listing, name);
            if (!text.isEmpty()) {
                lowered.put(name, text.toLowerCase(Locale.ROOT));
            }
        });
        filters = Map.copyOf(lowered);
        require(listing, orderBy);
        if (after != null && after.listing() != listing) {
            throw new IllegalArgumentException("a row of " + after.listing().key() + " is none of " + listing.key());
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit: " + limit + " is not from 1 to " + MAX_LIMIT);
        }
    }

    /** All rows of a listing, ordered by key. */
    public static RowQuery all(Listing listing, int limit) {
        return new RowQuery(listing, "", Map.of(), listing.keyColumn().name(), false, null, limit);
    }

    /** Whether every row of the listing matches. */
    public boolean matchesAll() {
        return search.isEmpty() && filters.isEmpty();
    }

    public boolean ordersByKey() {
        return orderBy.equals(listing.keyColumn().name());
    }

    private static void require(Listing listing, String column) {
        if (listing.indexOf(column) < 0) {
            throw new IllegalArgumentException("there is no column " + column + " in " + listing.key() + "; there are "
                    + listing.columns().stream().map(Column::name).collect(Collectors.joining(", ")));
        }
    }
}
