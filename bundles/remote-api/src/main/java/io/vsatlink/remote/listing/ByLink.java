/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Pagination by the cursor or URL that each page gives for the next one. A page that gives none is the last. If no page
 * gave one, the profile may look for it in the wrong place: then the first page is requested again with a size of one
 * row, and must give the next page.
 */
final class ByLink implements Pagination {
    private final PagingProfile paging;
    private final int size;
    private final Set<String> named = new HashSet<>();
    private PageRequest next;
    private int pages;
    private int firstRows;
    private int fullest;
    private int absent;
    private String note = "";

    ByLink(PagingProfile paging, int size) {
        this.paging = paging;
        this.size = size;
        this.next = new PageRequest(0, PageRef.FIRST, size);
    }

    @Override
    public Optional<PageRequest> next() {
        Optional<PageRequest> request = Optional.ofNullable(next);
        next = null;
        return request;
    }

    @Override
    public void came(PageRequest request, PageHead head, Totals soFar) throws BrokenListing {
        if (request.probe()) {
            probed(head);
            return;
        }
        pages++;
        if (head.next().isPresent()) {
            follow(head.next().get());
        } else if (head.more() == More.YES) {
            throw new BrokenListing(
                    "page " + pages + " says at " + paging.facts().more().pointer()
                            + " that more rows follow, but names no next page " + place() + "; " + remedy());
        } else if (head.more() == More.UNTOLD) {
            ended(head, soFar);
        }
        fullest = Math.max(fullest, head.rows());
    }

    private void ended(PageHead last, Totals soFar) throws BrokenListing {
        if (named.isEmpty()) {
            doubt(last, soFar);
        } else if (!soFar.known() && last.rows() > 1 && last.rows() >= fullest) {
            note = "; the last page, page " + pages + ", is full (" + last.rows() + " rows) and names no next page "
                    + place();
        }
    }

    private void follow(PageRef.After after) throws BrokenListing {
        if (!named.add(after.told())) {
            throw new BrokenListing("page " + pages + " names a page as the next one that was already read");
        }
        next = new PageRequest(pages, after, size);
    }

    private void doubt(PageHead first, Totals soFar) throws BrokenListing {
        firstRows = first.rows();
        if (soFar.known() && soFar.missing()) {
            throw new BrokenListing("page 1 has " + firstRows + " of the " + soFar.total()
                    + " rows that the vendor reports, and names no next page " + place() + "; " + remedy());
        }
        if (soFar.known() || firstRows == 0 || (firstRows == 1 && size > 1)) {
            return;
        }
        if (paging.position().size() == null) {
            note = unproven();
        } else {
            next = new PageRequest(0, PageRef.FIRST, firstRows == 1 ? 2 : 1, true);
        }
    }

    /** A server that ignores the requested size returns the same rows: then only a full page proves anything. */
    private void probed(PageHead head) throws BrokenListing {
        if (head.next().isPresent()) {
            return;
        }
        if (head.rows() != firstRows) {
            throw mistaken();
        }
        if (firstRows > 1) {
            undecided();
        }
    }

    private void undecided() throws BrokenListing {
        if (firstRows >= size) {
            throw mistaken();
        }
        note = unproven();
    }

    private BrokenListing mistaken() {
        return new BrokenListing("no page names the next one " + place() + "; " + remedy());
    }

    private String unproven() {
        return "; page 1 was taken as complete, because it names no next page " + place();
    }

    private String place() {
        return paging.facts().next() == null
                ? "in the Link header"
                : paging.facts().next().words();
    }

    private String remedy() {
        FactPlace next = paging.facts().next();
        String correct = next == null
                ? "set nextPointer to its place"
                : "correct " + (next.pointer() == null ? "nextHeader" : "nextPointer");
        String size = paging.position().size();
        return paging.style() == Style.NEXT && size != null
                ? correct + ", or omit sizeParameter if " + size + " limits the whole list"
                : correct;
    }

    @Override
    public void absent(PageRequest request) throws BrokenListing {
        if (request.probe()) {
            undecided();
        } else {
            absent++;
        }
    }

    @Override
    public int pages() {
        return 0;
    }

    @Override
    public int absentPages() {
        return absent;
    }

    @Override
    public String note() {
        return note;
    }
}
