/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Pages by what the page before says of the next one. A page that names none is the last, if that can be believed: where
 * no page ever named one, the profile may look for it in the wrong place. Then the first page is asked for once more, of
 * one row, and must name the next.
 */
final class ByLink implements Pagination {
    private final PagingProfile paging;
    private final int size;
    private final Set<String> named = new HashSet<>();
    private PageRequest next;
    private int pages;
    private int firstRows;
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
        } else if (named.isEmpty()) {
            doubt(head, soFar);
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
        if (paging.sizeParameter() == null) {
            note = unproven();
        } else {
            next = new PageRequest(0, PageRef.FIRST, firstRows == 1 ? 2 : 1, true);
        }
    }

    /** A server that knows no size but its own answers with the same rows: then only a full page shows anything. */
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
        return paging.nextPointer() == null ? "in the Link header" : "at " + paging.nextPointer();
    }

    private String remedy() {
        String correct = paging.nextPointer() == null ? "set nextPointer to its place" : "correct nextPointer";
        return paging.style() == Style.NEXT && paging.sizeParameter() != null
                ? correct + ", or omit sizeParameter if " + paging.sizeParameter() + " limits the whole list"
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
