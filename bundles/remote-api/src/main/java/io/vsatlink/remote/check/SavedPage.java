/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.listing.BrokenListing;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.profile.PagingProfile;

/** Checks the first page of a listing from a file, without response headers. */
final class SavedPage {

    private SavedPage() {}

    /** @return the walk that begins with the page */
    static ListingWalk judge(PagingProfile paging, PageHead head, PageMark mark, Findings findings) {
        ListingWalk walk = new ListingWalk(paging, Math.max(1, head.rows()));
        boolean byBody = paging.facts().nextPointer() != null;
        try {
            walk.came(walk.next().orElseThrow(), head, mark);
            if (head.next().isPresent() || head.totalItems() > head.rows()) {
                findings.moreFollow();
            }
            if (byBody && head.next().isEmpty() && head.rows() > 0) {
                findings.note("there is no next page at " + paging.facts().nextPointer()
                        + "; if this is not the last page, correct nextPointer");
            }
        } catch (BrokenListing e) {
            if (byBody) {
                findings.mistake(e.getMessage());
            }
        }
        return walk;
    }
}
