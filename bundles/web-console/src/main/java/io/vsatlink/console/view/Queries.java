/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.time.IsoTime;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parses the query parameters of a URL: {@code search}, {@code sort}, {@code descending}, {@code limit}, {@code
 * filter.<column>}, and {@code afterKey} and {@code afterValue} for the rows after a given row.
 */
final class Queries {
    private static final String FILTER = "filter.";
    private static final String STANDARD_LIMIT = "50";

    private Queries() {}

    static RowQuery of(Listing listing, Map<String, String> parameters) throws Refusal {
        Map<String, String> filters = new LinkedHashMap<>();
        parameters.forEach((name, text) -> {
            if (name.startsWith(FILTER)) {
                filters.put(name.substring(FILTER.length()), text);
            }
        });
        String sort = parameters.getOrDefault("sort", listing.keyColumn().name());
        try {
            return new RowQuery(
                    listing,
                    parameters.getOrDefault("search", ""),
                    filters,
                    sort,
                    Boolean.parseBoolean(parameters.get("descending")),
                    after(listing, sort, parameters),
                    Integer.parseInt(parameters.getOrDefault("limit", STANDARD_LIMIT)));
        } catch (NumberFormatException | DateTimeException e) {
            throw new Refusal(400, "The query is not valid: " + e.getMessage());
        }
    }

    private static Row after(Listing listing, String sort, Map<String, String> parameters) {
        String key = parameters.get("afterKey");
        if (key == null) {
            return null;
        }
        Object[] values = new Object[listing.columns().size()];
        int index = listing.indexOf(sort);
        if (index >= 0) {
            values[index] = value(listing.columns().get(index), parameters.get("afterValue"));
        }
        values[listing.indexOf(listing.keyColumn().name())] = key;
        return new Row(listing, Arrays.asList(values), null);
    }

    private static Object value(Column column, String text) {
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case TEXT, OBJECTS -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case TIME -> new TimeValue(text, IsoTime.instant(text));
        };
    }
}
