/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.PagingProfile;
import java.util.Optional;

/** How the next page is found. For one thread. */
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

    /** A page that can be asked for now; empty where one under way has to come first, and at the end. */
    Optional<PageRequest> next();

    /** @param soFar with this page */
    void came(PageRequest request, PageHead head, Totals soFar) throws BrokenListing;

    /** The vendor has no such page. */
    void absent(PageRequest request) throws BrokenListing;

    /** How many pages there are by what is known; 0 while nothing is. */
    int pages();

    /** The last page by what is known; empty where that is nothing. */
    default Optional<PageRequest> last() {
        return Optional.empty();
    }

    /** The page behind the last one, likewise. */
    default Optional<PageRequest> behind() {
        return Optional.empty();
    }

    /** Why what came can't be all, although no total says so; empty where it may be. */
    default String missing() {
        return "";
    }

    /** How many pages that there should be were not there. */
    int absentPages();

    /** What a person should know about where it ended; empty for nothing. */
    default String note() {
        return "";
    }
}
