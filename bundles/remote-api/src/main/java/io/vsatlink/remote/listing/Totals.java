/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

/** The totals that the pages of one pass reported, and the rows read so far. Not thread-safe. */
final class Totals {
    private long total = -1;
    private boolean changed;
    private boolean shrank;
    private long rows;

    void add(PageHead head) {
        rows += head.rows();
        long reported = head.totalItems();
        if (reported < 0) {
            // some vendors report it on the first or last page only; it applies to the whole listing anyway
            return;
        }
        changed |= total >= 0 && reported != total;
        shrank |= reported < total;
        total = reported;
    }

    boolean known() {
        return total >= 0;
    }

    /** The total from the last page that has one; -1 if the vendor does not report it. */
    long total() {
        return total;
    }

    boolean changed() {
        return changed;
    }

    boolean shrank() {
        return shrank;
    }

    /** The number of rows read. */
    long rows() {
        return rows;
    }

    boolean missing() {
        return rows < total;
    }

    /** The page size in effect: a server may shorten its pages without reporting it, or ignore the requested size. */
    static int sizeUsed(PageHead first) {
        boolean cut = first.rows() > 0 && first.rows() < Math.min(first.pageSize(), first.totalItems());
        return Math.max(1, cut ? first.rows() : Math.max(first.rows(), first.pageSize()));
    }

    int pagesOf(int size) {
        long pages = total / size + (total % size == 0 ? 0 : 1);
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, pages));
    }
}
