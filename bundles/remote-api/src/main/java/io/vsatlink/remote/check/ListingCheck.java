/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.BrokenListing;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.listing.Verdict;
import io.vsatlink.remote.profile.ListingProfile;
import java.util.Optional;

/**
 * Reads pages of a listing as a poll does: all of a small listing, the first and last ones of a large one, and the page
 * after the last, which shows whether the total is correct. Not thread-safe.
 */
final class ListingCheck {
    /** Enough pages to detect problems between pages. */
    private static final int MOST_PAGES = 3;

    private final VendorClient client;
    private final ListingProfile listing;
    private final ListingWalk walk;
    private final Sample sample;
    private final Findings findings = new Findings();
    private PageMark first = new PageMark(0, null, null);

    ListingCheck(VendorClient client, ListingProfile listing, ListingWalk walk, Sample sample) {
        this.client = client;
        this.listing = listing;
        this.walk = walk;
        this.sample = sample;
    }

    Findings findings() {
        return findings;
    }

    void read() {
        String at = "";
        try {
            Optional<PageRequest> next = walk.next();
            while (next.isPresent() && walk.cameSoFar() < MOST_PAGES) {
                at = walk.cameSoFar() == 0 ? "" : "page " + (next.get().number() + 1) + ": ";
                page(next.get());
                next = walk.next();
            }
            at = "";
            if (next.isPresent()) {
                findings.moreFollow();
                lastPage();
            } else {
                end();
            }
        } catch (BrokenListing e) {
            findings.mistake(e.getMessage());
        } catch (VendorException e) {
            findings.failed(at + e.getMessage());
        }
        sample.repetition().ifPresent(findings::mistake);
        if (!walk.note().isEmpty()) {
            findings.note(walk.note().substring(2));
        }
    }

    private void page(PageRequest request) throws VendorException, BrokenListing {
        SampledPage page = new SampledPage(listing, sample);
        PageHead head;
        try {
            head = client.page(listing, request.page(), request.size(), page.sink());
        } catch (Rejected e) {
            if (!request.absentBy(e)) {
                throw e;
            }
            walk.absent(request);
            return;
        }
        walk.came(request, head, page.mark());
        if (request.probe()) {
            return;
        }
        page.readItems(client, request.size());
        page.add(findings);
        if (request.page().equals(PageRef.FIRST)) {
            first = page.mark();
            if (listing.changes() != null) {
                new ChangesCheck(client, listing, findings).read(head, request.size());
            }
        }
        if (request.page().equals(PageRef.FIRST) && head.rows() > 0 && head.rows() < request.size()) {
            clamp(request, head);
        }
    }

    private void clamp(PageRequest request, PageHead head) {
        boolean more = head.totalItems() > head.rows() || head.next().isPresent();
        if (more && listing.paging().position().size() != null) {
            findings.note("the vendor returns " + Counted.of(head.rows(), "row") + " per page instead of "
                    + request.size() + "; a poll continues by the number of rows received");
        }
    }

    private void lastPage() throws VendorException {
        // the next page may also be the rest of one that was already read
        Optional<PageRequest> last = walk.last().filter(page -> page.number() >= MOST_PAGES);
        if (last.isEmpty()) {
            return;
        }
        SampledPage page = new SampledPage(listing, sample);
        String number = "page " + (last.get().number() + 1);
        try {
            PageHead head = client.page(listing, last.get().page(), last.get().size(), page.sink());
            if (head.rows() == 0) {
                findings.mistake(number + " should be the last of " + walk.pages() + " but has no rows");
            } else if (page.mark().equals(first)) {
                findings.mistake(number + " has the same rows as page 1");
            } else {
                page.readItems(client, last.get().size());
                page.add(findings);
            }
        } catch (Rejected e) {
            findings.mistake(number + ", which should be the last: " + e.getMessage());
        }
    }

    private void end() throws VendorException {
        findings.whole(sample.tally().items(), walk.total(), listing.paging());
        // repeated keys are reported separately
        Verdict verdict = walk.verdict(0);
        if (verdict.kind() == Verdict.Kind.MOVED && sample.repetition().isPresent()) {
            // the repeated rows are the cause
            return;
        }
        if (verdict.kind() == Verdict.Kind.MOVED) {
            findings.note(verdict.sentence());
        } else if (!verdict.complete()) {
            findings.mistake(verdict.sentence());
        } else if (walk.total() > 0 && walk.behind().isPresent()) {
            behind(walk.behind().get());
        }
    }

    /**
     * Requests the page after the last: if the vendor's total is only the number of rows of a page, every poll would
     * end after page 1.
     */
    private void behind(PageRequest request) throws VendorException {
        SampledPage page = new SampledPage(listing, sample);
        boolean rows;
        try {
            rows = client.page(listing, request.page(), request.size(), page.sink())
                            .rows()
                    > 0;
        } catch (Rejected e) {
            // HTTP 404 is as good as an empty page
            rows = false;
        }
        // a vendor without paging returns all rows, whatever is requested
        if (rows && !page.mark().equals(first)) {
            findings.mistake("the vendor reports " + Counted.of(walk.total(), "row") + ", but page "
                    + (request.number() + 1) + " has more: correct totalPointer");
        }
    }
}
