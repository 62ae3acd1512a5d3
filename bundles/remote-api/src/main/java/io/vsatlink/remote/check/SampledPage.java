/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.nested.ItemCall;
import io.vsatlink.remote.nested.ParentItems;
import io.vsatlink.remote.profile.ListingProfile;
import java.util.List;

/** A page of a listing and its rows, which may be its items or nested in them. Not thread-safe. */
final class SampledPage {
    /** Enough calls to see whether the call per item works. */
    private static final int MOST_CALLS = 3;

    private final ListingProfile listing;
    private final Sample.Page rows;
    /** Null if the items are the rows. */
    private final ParentItems items;

    SampledPage(ListingProfile listing, Sample sample) {
        this.listing = listing;
        this.rows = sample.new Page();
        this.items = listing.nesting() == null ? null : new ParentItems(listing, rows, rows::reject);
    }

    /** Receives the items of the page. */
    ItemSink sink() {
        return items == null ? rows : items;
    }

    /** Makes the calls for a few of its items, if items have calls of their own. */
    void readItems(VendorClient client, int size) throws VendorException {
        List<ItemCall> calls = items == null ? List.of() : items.calls();
        for (ItemCall call : calls.subList(0, Math.min(MOST_CALLS, calls.size()))) {
            PageHead unused = call.page(client, PageRef.FIRST, size, rows, rows::reject);
        }
    }

    PageMark mark() {
        return items == null ? rows.mark() : items.mark();
    }

    /** Adds the rows to the sample. */
    void add(Findings findings) {
        rows.add();
        if (items == null) {
            return;
        }
        boolean nested = listing.nesting().rows() != null;
        if (nested && items.items() > 0 && items.withRows() == 0) {
            findings.mistake("no item of the page has " + listing.nesting().shown() + "; correct rows");
        }
        if (!nested) {
            findings.note(
                    "each item has a call of its own, " + listing.nesting().shown() + "; "
                            + Math.min(MOST_CALLS, items.calls().size()) + " of a page are made here");
        }
    }
}
