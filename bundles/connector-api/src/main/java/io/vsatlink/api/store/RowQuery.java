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
 * Which rows somebody wants to see, in which order, and how many of them. It means the same in every database, whatever its
 * collation and its casts; the contract of the ports holds each store to that. Immutable.
 *
 * <p>A value matches a text that it contains, whatever the case; a number or truth value must be written out.
 *
 * @param listing whose rows
 * @param search some column has to match; empty for all rows
 * @param filters by column name, each column has to match; an empty text asks for nothing
 * @param orderBy a column's name. Text is ordered by UTF-16 units, no value comes after all values, and what is equal by key
 * @param descending the same order backwards
 * @param after the rows beyond this one: only its key and its value of {@code orderBy} count, and it need not be there;
 *     null for the first rows
 * @param limit how many rows at the most
 */
public record RowQuery(
        Listing listing,
        String search,
        Map<String, String> filters,
        String orderBy,
        boolean descending,
        Row after,
        int limit) {

    /** The most rows that one query may ask for. */
    public static final int MAX_LIMIT = 1_000;

    /** @throws IllegalArgumentException with a sentence, where there is no such column or the limit is out of range */
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

    /** All rows of a dataset, ordered by key. */
    public static RowQuery all(Listing listing, int limit) {
        return new RowQuery(listing, "", Map.of(), listing.keyColumn().name(), false, null, limit);
    }

    /** Whether every row of the dataset matches. */
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
