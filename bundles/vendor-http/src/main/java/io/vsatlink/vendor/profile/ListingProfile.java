package io.vsatlink.vendor.profile;

import java.util.Map;
import java.util.Objects;

/**
 * How one dataset is read page by page.
 *
 * @param query parameters that every page carries beside those of {@code paging}
 * @param itemsPointer to the array of rows in an answer
 * @param key the name of the column that identifies a row, one of {@code columns}
 * @param columns our column name to the JSON pointer in a row, in the profile's order
 */
public record ListingProfile(
        String path,
        Map<String, String> query,
        PagingProfile paging,
        String itemsPointer,
        String key,
        Map<String, String> columns) {

    public ListingProfile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(paging, "paging");
        Objects.requireNonNull(itemsPointer, "itemsPointer");
        Objects.requireNonNull(key, "key");
        query = Ordered.copy(query);
        columns = Ordered.copy(columns);
        if (!columns.containsKey(key)) {
            throw new IllegalArgumentException("the key " + key + " is none of the columns " + columns.keySet());
        }
    }
}
