/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Map;
import java.util.Objects;

/**
 * How one dataset is read page by page.
 *
 * @param query parameters that every page carries beside those of {@code paging}
 * @param items where the rows of an answer stand, and what of them is ours
 * @param nesting where the rows are if they are not its items; null if they are
 */
public record ListingProfile(
        String path, Map<String, String> query, PagingProfile paging, ItemsProfile items, Nesting nesting) {

    public ListingProfile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(paging, "paging");
        Objects.requireNonNull(items, "items");
        query = Ordered.copy(query);
    }
}
