/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.ticket.TicketListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds queries for tickets from the texts of users. */
public final class TicketQueries {
    private TicketQueries() {}

    /**
     * @param filters each a field, = and a text
     * @param sort a field; empty for the newest first, whatever {@code descending} is
     * @param limit at most {@link RowQuery#MAX_LIMIT} counts
     * @throws IllegalArgumentException with a sentence, if there is no such query
     */
    public static RowQuery of(String search, List<String> filters, String sort, boolean descending, int limit) {
        boolean newestFirst = sort.isEmpty();
        return new RowQuery(
                TicketListing.TICKETS,
                search,
                wanted(filters),
                newestFirst ? TicketSearch.CREATED : sort,
                newestFirst || descending,
                null,
                Math.min(limit, RowQuery.MAX_LIMIT));
    }

    private static Map<String, String> wanted(List<String> filters) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("filter \"" + filter + "\" is not a field, = and a text");
            }
            wanted.put(filter.substring(0, equals), filter.substring(equals + 1));
        }
        return wanted;
    }
}
