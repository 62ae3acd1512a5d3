/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.nested;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.ListingProfile;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The call that returns the rows of one item.
 *
 * @param name the item's name, for messages
 * @param listing how its rows are read
 * @param values the values of the item's placeholders
 * @param first the first page
 * @param parent the item, for columns that come from it
 */
public record ItemCall(
        String name, ListingProfile listing, Map<String, String> values, PageRef first, JsonNode parent) {

    /**
     * Reads one page of the rows.
     *
     * @param page {@link PageRef#FIRST} for the first page
     * @param rejected receives each row that is not valid JSON
     */
    public PageHead page(VendorClient client, PageRef page, int size, ItemSink rows, Consumer<RejectedRow> rejected)
            throws VendorException {
        PageRef asked = page.equals(PageRef.FIRST) ? first : page;
        return client.page(listing, values, asked, size, new ItemRows(parent, rows, rejected));
    }
}
