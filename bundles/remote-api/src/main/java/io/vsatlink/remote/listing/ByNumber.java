/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.profile.More;
import java.util.Optional;

/**
 * Pagination by page number. If the total number of rows or pages is reported, the pages can be requested in any order,
 * and more pages follow one by one while rows are missing. Without a total, pages are requested until one is empty.
 */
final class ByNumber implements Pagination {
    private final int size;
    private final boolean sized;
    private final PageFill fill = new PageFill();
    private int asked;
    private int answered;
    private int sizeUsed;
    private int expected;
    private int end = Integer.MAX_VALUE;
    /** The page that the previous one announced; -1 for none. */
    private int promised = -1;

    private int absent;
    private boolean rowsMissing;
    private boolean openEnd;
    private boolean askedAgain;
    private PageRequest again;

    /** @param sized whether requests contain the page size */
    ByNumber(int size, boolean sized) {
        this.size = size;
        this.sized = sized;
    }

    @Override
    public Optional<PageRequest> next() {
        if (again != null) {
            PageRequest request = again;
            again = null;
            return Optional.of(request);
        }
        boolean idle = asked == answered;
        boolean more = asked == 0
                || (answered > 0 && asked < expected)
                || (idle && (openEnd || rowsMissing || asked <= promised));
        if (!more || asked >= end) {
            return Optional.empty();
        }
        int number = asked++;
        return Optional.of(new PageRequest(number, new PageRef.Nth(number), size));
    }

    @Override
    public void came(PageRequest request, PageHead head, Totals soFar) {
        answered++;
        askedAgain = false;
        if (request.number() == 0) {
            sizeUsed = Totals.sizeUsed(head);
        }
        if (head.more() == More.YES) {
            promised = Math.max(promised, request.number() + 1);
        } else if (head.rows() == 0) {
            end = Math.min(end, request.number());
        } else if (head.more() == More.NO) {
            end = Math.min(end, request.number() + 1);
        }
        fill.add(head, request.size());
        expected = Math.max(expected, soFar.known() ? soFar.pagesOf(sizeUsed) : head.totalPages());
        openEnd = !soFar.known() && head.totalPages() < 0;
        rowsMissing = soFar.missing();
    }

    @Override
    public void absent(PageRequest request) {
        if (openEnd && !askedAgain) {
            // it may be past the end, or a glitch: the same response twice is not a glitch
            askedAgain = true;
            again = request;
            return;
        }
        answered++;
        end = Math.min(end, request.number());
        absent += request.number() < expected ? 1 : 0;
    }

    @Override
    public int pages() {
        return openEnd ? 0 : expected;
    }

    @Override
    public Optional<PageRequest> last() {
        return at(expected - 1);
    }

    @Override
    public Optional<PageRequest> behind() {
        return at(Math.max(asked, expected));
    }

    private Optional<PageRequest> at(int number) {
        return openEnd || expected == 0
                ? Optional.empty()
                : Optional.of(new PageRequest(number, new PageRef.Nth(number), size, true));
    }

    /** If the rows fill the last page exactly, the vendor may count one page too many. */
    @Override
    public String missing() {
        if (end <= promised) {
            return "page " + (end + 1) + " has no rows, although page " + promised + " says that more follow";
        }
        return end < expected - 1
                ? "page " + (end + 1) + " has no rows, although the vendor reports " + Counted.of(expected, "page")
                : "";
    }

    /** It is unknown whether the vendor computes positions from its own page size or from the requested one. */
    @Override
    public String note() {
        return sized && openEnd ? fill.clamped() : "";
    }

    @Override
    public int absentPages() {
        return absent;
    }
}
