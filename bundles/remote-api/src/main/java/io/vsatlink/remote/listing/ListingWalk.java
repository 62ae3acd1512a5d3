/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.profile.PagePosition.In;
import io.vsatlink.remote.profile.PagingProfile;
import java.util.Optional;

/**
 * One pass over a listing, from its first page to its end. The caller takes the pages to read from {@link #next} and
 * reports each to {@link #came} or {@link #absent}; if {@code next} returns several, they may be read at the same time.
 * Not thread-safe.
 */
public final class ListingWalk {
    /** A listing without a total that has more pages than this counts as endless. */
    private static final int MOST_PAGES = 100_000;

    private final PagingProfile paging;
    private final Pagination pagination;
    private final String key;
    private final Totals totals = new Totals();
    private int pages;
    private final SeenPages seen = new SeenPages();

    /**
     * @param pageSize the number of rows to request in a page
     * @param key what identifies a row, for people
     */
    public ListingWalk(PagingProfile paging, int pageSize, String key) {
        this.paging = paging;
        this.key = key;
        this.pagination = Pagination.of(paging, pageSize);
    }

    /** Returns a page that can be requested now; empty at the end, and if a page in progress has to arrive first. */
    public Optional<PageRequest> next() {
        return pagination.next();
    }

    /**
     * Reports that a page was read.
     *
     * @throws BrokenListing if reading on is useless
     */
    public void came(PageRequest request, PageHead head, PageMark mark) throws BrokenListing {
        if (!request.probe()) {
            count(request, head, mark);
        }
        pagination.came(request, head, totals);
    }

    private void count(PageRequest request, PageHead head, PageMark mark) throws BrokenListing {
        Optional<SeenPages.Seen> same = seen.sameAs(request.number(), mark);
        if (same.isPresent()) {
            throw new BrokenListing(
                    same.get().mark().equals(mark)
                            ? "page " + (request.number() + 1) + " has the same rows as page "
                                    + (same.get().number() + 1) + remedy()
                            : sharedKeys(same.get(), request.number(), mark));
        }
        pages++;
        if (pages > MOST_PAGES && (!totals.missing() || head.rows() == 0)) {
            throw new BrokenListing("the listing does not end after " + MOST_PAGES + " pages");
        }
        totals.add(head);
    }

    /** The rows are others, but their keys are the same. */
    private String sharedKeys(SeenPages.Seen same, int number, PageMark mark) {
        boolean sure = mark.rows() > 1 && mark.first().equals(mark.last());
        String name = paging.position().name();
        return key + " is not unique" + (sure || name == null ? "" : ", or the vendor ignores " + name) + ": page "
                + (number + 1) + " has other rows than page " + (same.number() + 1)
                + ", but begins and ends with the keys "
                + mark.first() + " and " + mark.last() + " too";
    }

    private String remedy() {
        String name = paging.position().name();
        String where = paging.position().in() == In.HEADER ? "Header" : "Parameter";
        return name == null
                ? ""
                : "; the vendor seems to ignore " + name + ", correct "
                        + paging.style().key() + where;
    }

    /** Reports that the vendor has no such page, as {@link PageRequest#absentBy} found. */
    public void absent(PageRequest request) throws BrokenListing {
        pagination.absent(request);
    }

    /** The last page, for a probe; empty while unknown. */
    public Optional<PageRequest> last() {
        return pagination.last();
    }

    /** The page after the last one, which should have no rows, for a probe; empty if unknown. */
    public Optional<PageRequest> behind() {
        return pagination.behind();
    }

    /** The number of pages; 0 while unknown. */
    public int pages() {
        return pagination.pages();
    }

    /** The number of pages read. */
    public int cameSoFar() {
        return pages;
    }

    /** The total number of rows that the vendor reports; -1 if it does not. */
    public long total() {
        return totals.total();
    }

    /** Further information for a person, as the end of a Reason; may be empty. */
    public String note() {
        return pagination.note();
    }

    /** @param duplicates the number of rows that were received more than once */
    public Verdict verdict(long duplicates) {
        return verdict(totals.rows(), duplicates);
    }

    /** @param rows the number of rows received, if they are not the items of the pages */
    public Verdict verdict(long rows, long duplicates) {
        boolean nested = rows != totals.rows();
        String numbers = numbers(rows, duplicates, nested);
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
                    "the vendor reports " + Counted.of(totals.total(), nested ? "item" : "row") + " but lists "
                            + totals.rows(),
                    "");
        }
        return new Verdict(Verdict.Kind.MOVED, "rows shifted while they were read", numbers);
    }

    private String numbers(long rows, long duplicates, boolean nested) {
        String items = nested ? " in " + Counted.of(totals.rows(), "item") : "";
        String reported = totals.known()
                ? "reports " + (nested ? Counted.of(totals.total(), "item") : totals.total())
                        + (totals.changed() ? ", but not on every page" : "")
                : "reports no total";
        return "%s%s received, %d of them repeated, and the vendor %s"
                .formatted(Counted.of(rows, "row"), items, duplicates, reported);
    }
}
