/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.listing.BrokenListing;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.PageFacts;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.stream.Stream;

/**
 * What the first page of a listing shows if it is in a file.
 *
 * @param headed whether its headers were saved with it
 */
record SavedPage(PagingProfile paging, boolean headed) {

    /** @return the walk that it begins */
    ListingWalk judge(PageHead head, PageMark mark, Findings findings) {
        ListingWalk walk = new ListingWalk(paging, Math.max(1, head.rows()), "the key");
        try {
            walk.came(walk.next().orElseThrow(), head, mark);
            findings.whole(head.rows(), head.totalItems(), paging);
            if (head.next().isPresent() || head.totalItems() > head.rows()) {
                findings.moreFollow();
            }
            if (showsNext() && head.next().isEmpty() && head.rows() > 0) {
                FactPlace next = paging.facts().next();
                findings.note("there is no next page " + (next == null ? "in the Link header" : next.words())
                        + "; if this is not the last page, correct "
                        + (next == null ? "the style" : next.header() == null ? "nextPointer" : "nextHeader"));
            }
        } catch (BrokenListing e) {
            if (showsNext() || headed || paging.style() == Style.NONE) {
                findings.mistake(e.getMessage());
            }
        }
        if (!headed && usesHeaders()) {
            findings.note(
                    "the file has no headers, so what the profile takes from them is not checked; save the response"
                            + " with its headers, for instance by curl -si");
        }
        return walk;
    }

    private boolean showsNext() {
        return paging.facts().nextPointer() != null
                || (headed && (paging.facts().next() != null || paging.byLinkHeader()));
    }

    private boolean usesHeaders() {
        PageFacts facts = paging.facts();
        return paging.byLinkHeader()
                || Stream.of(facts.total(), facts.size(), facts.next())
                        .anyMatch(place -> place != null && place.header() != null);
    }
}
