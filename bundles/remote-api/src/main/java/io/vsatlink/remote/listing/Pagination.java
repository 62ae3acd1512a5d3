/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.PagingProfile;
import java.util.Optional;

/** A pagination strategy: finds the next page. Not thread-safe. */
sealed interface Pagination permits ByNumber, ByOffset, ByLink, AtOnce {

    static Pagination of(PagingProfile paging, int pageSize) {
        return switch (paging.style()) {
            case PAGE -> new ByNumber(pageSize, paging.position().size() != null);
            case OFFSET -> new ByOffset(pageSize, paging.position().size() != null);
            case RANGE -> new ByOffset(pageSize, true);
            case CURSOR, NEXT -> new ByLink(paging, pageSize);
            case NONE -> new AtOnce(pageSize);
        };
    }

    /** Returns a page that can be requested now; empty at the end, and if a page in progress has to arrive first. */
    Optional<PageRequest> next();

    /** @param soFar the totals, including this page */
    void came(PageRequest request, PageHead head, Totals soFar) throws BrokenListing;

    /** The vendor has no such page. */
    void absent(PageRequest request) throws BrokenListing;

    /** The number of pages; 0 while unknown. */
    int pages();

    /** The last page; empty while unknown. */
    default Optional<PageRequest> last() {
        return Optional.empty();
    }

    /** The page after the last one; empty while unknown. */
    default Optional<PageRequest> behind() {
        return Optional.empty();
    }

    /** Why the rows read cannot be all of them, although no total shows it; empty if they may be. */
    default String missing() {
        return "";
    }

    /** The number of expected pages that the vendor did not have. */
    int absentPages();

    /** Information for a person about the end of the listing; may be empty. */
    default String note() {
        return "";
    }
}
