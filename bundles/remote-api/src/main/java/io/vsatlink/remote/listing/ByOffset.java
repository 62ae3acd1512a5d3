/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.More;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Pagination by the number of rows before a page. Advances by the rows received, not by the rows requested: a shorter
 * page leaves a gap, which is requested too. If the total is reported and the request determines the page size, several
 * pages can be requested at the same time.
 */
final class ByOffset implements Pagination {
    private final boolean sized;
    private final Deque<PageRequest> gaps = new ArrayDeque<>();
    private int step;
    private int asked;
    private int answered;
    private long nextRow;
    private long total = -1;
    private long end = Long.MAX_VALUE;
    /** The number of rows after which the vendor announced more; -1 if it did not. */
    private long promised = -1;

    private int absent;
    private boolean askedAgain;

    /** @param sized whether requests contain the page size */
    ByOffset(int size, boolean sized) {
        this.sized = sized;
        this.step = size;
    }

    @Override
    public Optional<PageRequest> next() {
        if (!gaps.isEmpty()) {
            asked++;
            return Optional.of(gaps.remove());
        }
        boolean idle = asked == answered;
        boolean known = asked == 0 || idle || (inAnyOrder() && answered > 0);
        boolean more = total < 0 || nextRow < total || asked == 0;
        if (!known || !more || nextRow >= end) {
            return Optional.empty();
        }
        PageRef page = asked == 0 ? PageRef.FIRST : new PageRef.From(nextRow);
        PageRequest request = new PageRequest(inAnyOrder() ? number(nextRow) : asked, page, step);
        asked++;
        if (inAnyOrder()) {
            nextRow += step;
        }
        return Optional.of(request);
    }

    private boolean inAnyOrder() {
        return sized && total >= 0;
    }

    private int number(long row) {
        return (int) Math.min(Integer.MAX_VALUE - 1, row / step);
    }

    @Override
    public void came(PageRequest request, PageHead head, Totals soFar) {
        answered++;
        askedAgain = false;
        long from = from(request);
        boolean first = answered == 1;
        if (first || total >= 0) {
            // a total that only a later page reports counts at the end
            total = soFar.total();
        }
        more(from, head);
        if (head.rows() == 0) {
            end = Math.min(end, from);
        } else if (first || !inAnyOrder()) {
            nextRow = from + head.rows();
        } else {
            gap(request, from, head.rows());
        }
        if (first && total >= 0) {
            step = Totals.sizeUsed(head);
        }
    }

    private void more(long from, PageHead head) {
        if (head.more() == More.YES) {
            promised = Math.max(promised, from + head.rows());
        } else if (head.more() == More.NO) {
            end = Math.min(end, from + head.rows());
        }
    }

    private void gap(PageRequest request, long from, int rows) {
        long wanted = Math.min(request.size(), total - from);
        if (rows < wanted) {
            gaps.add(new PageRequest(request.number(), new PageRef.From(from + rows), request.size() - rows));
        }
    }

    private static long from(PageRequest request) {
        return request.page() instanceof PageRef.From from ? from.row() : 0;
    }

    @Override
    public void absent(PageRequest request) {
        answered++;
        if (total < 0 && !askedAgain) {
            // it may be past the end, or a glitch: the same response twice is not a glitch
            askedAgain = true;
            gaps.add(request);
            return;
        }
        end = Math.min(end, from(request));
        absent += total < 0 ? 0 : 1;
    }

    @Override
    public int pages() {
        return total < 0 ? 0 : number(Math.max(0, total - 1)) + 1;
    }

    @Override
    public Optional<PageRequest> last() {
        return at((long) (pages() - 1) * step);
    }

    @Override
    public Optional<PageRequest> behind() {
        return at(total);
    }

    private Optional<PageRequest> at(long row) {
        return total < 0
                ? Optional.empty()
                : Optional.of(new PageRequest(number(row), new PageRef.From(row), step, true));
    }

    @Override
    public String missing() {
        return end <= promised
                ? "no rows come after the first " + end + ", although the vendor says that more follow"
                : "";
    }

    @Override
    public int absentPages() {
        return absent;
    }
}
