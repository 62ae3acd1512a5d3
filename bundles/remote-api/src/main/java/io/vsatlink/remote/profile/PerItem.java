/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.column.Place;
import java.util.Map;

/**
 * A call for each item of a listing, which returns its rows.
 *
 * @param path with placeholders; null if the item has a link instead
 * @param query parameters of the call, with placeholders
 * @param parameters the place in the item of each placeholder's value
 * @param link the place in the item of the address to call; null if there is a path
 * @param paging how the rows of one item are requested page by page
 * @param items the rows of the response
 */
public record PerItem(
        String path,
        Map<String, String> query,
        Map<String, Place> parameters,
        Place link,
        PagingProfile paging,
        ItemsProfile items) {

    /** One response that names no next page, which is followed if there is one, and no total in its body. */
    public static final PagingProfile LINKED = linked(null);

    /**
     * One response that names no next page, which is followed if there is one.
     *
     * @param total the number of rows of one item; null if the body does not tell
     */
    public static PagingProfile linked(FactPlace total) {
        return new PagingProfile(Style.NEXT, PagePosition.NONE, new PageFacts(total, null, null, null, null));
    }

    public PerItem {
        query = Ordered.copy(query);
        parameters = Ordered.copy(parameters);
    }

    /** For people. */
    public String shown() {
        return path == null ? "the link at " + link.text() : path;
    }
}
