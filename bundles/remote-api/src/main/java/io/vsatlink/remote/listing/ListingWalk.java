/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.profile.PagePosition.In;
import io.vsatlink.remote.profile.PagingProfile;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One walk through a listing, from its first page to its end. Whoever reads the pages takes them from {@link #next} and
 * reports each to {@link #came} or {@link #absent}; where {@code next} gives several they may be read at the same time.
 * For one thread.
 */
public final class ListingWalk {
    /** A listing that does not say where it ends, and goes on for longer than this, has no end. */
    private static final int MOST_PAGES = 100_000;

    private final PagingProfile paging;
    private final Pagination pagination;
    private final Totals totals = new Totals();
    private int pages;
    private final SeenPages seen = new SeenPages();

    /** @param pageSize how many rows to ask for */
    public ListingWalk(PagingProfile paging, int pageSize) {
        this.paging = paging;
        this.pagination = Pagination.of(paging, pageSize);
    }

    /** A page that can be asked for now; empty where one that is under way has to come first, and at the end. */
    public Optional<PageRequest> next() {
        return pagination.next();
    }

    /**
     * A page came.
     *
     * @throws BrokenListing where it makes no sense to read on
     */
    public void came(PageRequest request, PageHead head, PageMark mark) throws BrokenListing {
        if (!request.probe()) {
            count(request, head, mark);
        }
        pagination.came(request, head, totals);
    }

    private void count(PageRequest request, PageHead head, PageMark mark) throws BrokenListing {
        OptionalInt same = seen.sameAs(request.number(), mark);
        if (same.isPresent()) {
            throw new BrokenListing("page " + (request.number() + 1) + " has the same rows as page "
                    + (same.getAsInt() + 1) + remedy());
        }
        pages++;
        if (pages > MOST_PAGES && (!totals.missing() || head.rows() == 0)) {
            throw new BrokenListing("the listing does not end after " + MOST_PAGES + " pages");
        }
        totals.add(head);
    }

    private String remedy() {
        String name = paging.position().name();
        String where = paging.position().in() == In.HEADER ? "Header" : "Parameter";
        return name == null
                ? ""
                : "; the vendor seems to ignore " + name + ", correct "
                        + paging.style().key() + where;
    }

    /** The vendor has no such page, as {@link PageRequest#absentBy} has it. */
    public void absent(PageRequest request) throws BrokenListing {
        pagination.absent(request);
    }

    /** The last page, for a probe; empty where nobody knows it yet. */
    public Optional<PageRequest> last() {
        return pagination.last();
    }

    /** The page behind the last one, which should have no rows, for a probe; empty where nobody knows it. */
    public Optional<PageRequest> behind() {
        return pagination.behind();
    }

    /** How many pages there are by what is known; 0 while nothing is. */
    public int pages() {
        return pagination.pages();
    }

    /** How many pages came. */
    public int cameSoFar() {
        return pages;
    }

    /** How many rows the vendor reports; -1 where it does not. */
    public long total() {
        return totals.total();
    }

    /** What a person should know beside the verdict, as the end of a Reason; may be empty. */
    public String note() {
        return pagination.note();
    }

    /** @param duplicates how many rows came that had come before */
    public Verdict verdict(long duplicates) {
        String numbers = numbers(duplicates);
        if (pagination.absentPages() > 0) {
            int absent = pagination.absentPages();
            return new Verdict(Verdict.Kind.PART, Counted.of(absent, "expected page") + " returned HTTP 404", numbers);
        }
        if (!totals.known() && !pagination.missing().isEmpty()) {
            return new Verdict(Verdict.Kind.PART, pagination.missing(), "");
        }
        boolean agrees = !totals.known() || (totals.rows() == totals.total() && !totals.shrank());
        if (agrees && duplicates == 0) {
            return Verdict.COMPLETE;
        }
        if (totals.missing() && duplicates == 0 && !totals.changed()) {
            return new Verdict(
                    Verdict.Kind.PART,
                    "the vendor reports " + Counted.of(totals.total(), "row") + " but lists " + totals.rows(),
                    "");
        }
        return new Verdict(Verdict.Kind.MOVED, "rows shifted while they were read", numbers);
    }

    private String numbers(long duplicates) {
        String reported = totals.known()
                ? "reports " + totals.total() + (totals.changed() ? ", but not on every page" : "")
                : "reports no total";
        String shared = duplicates > 0 && !totals.changed() ? "; if this persists, rows share a key" : "";
        return "%s received, %d of them repeated, and the vendor %s%s"
                .formatted(Counted.of(totals.rows(), "row"), duplicates, reported, shared);
    }
}
