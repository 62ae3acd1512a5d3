/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.profile.More;
import java.util.Optional;

/** One response with all rows; an indication of further rows in it is an error. */
final class AtOnce implements Pagination {
    private PageRequest next;

    AtOnce(int size) {
        next = new PageRequest(0, PageRef.FIRST, size);
    }

    @Override
    public Optional<PageRequest> next() {
        Optional<PageRequest> request = Optional.ofNullable(next);
        next = null;
        return request;
    }

    @Override
    public void came(PageRequest request, PageHead head, Totals soFar) throws BrokenListing {
        if (head.next().isPresent()) {
            throw paged("the response names a next page");
        }
        if (head.more() == More.YES) {
            throw paged("the response says that more rows follow");
        }
        if (soFar.known() && soFar.total() != soFar.rows()) {
            throw paged("the vendor reports " + Counted.of(soFar.total(), "row") + " but lists " + soFar.rows());
        }
    }

    private static BrokenListing paged(String why) {
        return new BrokenListing(why + ", although the style of paging is none; describe how the vendor pages");
    }

    /** Never called: a first page is never absent. */
    @Override
    public void absent(PageRequest request) {}

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public int absentPages() {
        return 0;
    }
}
