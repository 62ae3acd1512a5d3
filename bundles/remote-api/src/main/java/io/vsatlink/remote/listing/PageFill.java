/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

/**
 * How full the pages were, to see whether the vendor cuts them at a size of its own: then all are equally short, but for
 * the last one. For one thread.
 */
final class PageFill {
    private int pages;
    private int asked;
    private int most;
    private boolean even = true;
    private int shortPage;

    void add(PageHead head, int size) {
        if (head.rows() == 0) {
            return;
        }
        pages++;
        asked = size;
        // a size that the vendor tells is one that it reckons with
        even &= shortPage == 0 && (pages == 1 || head.rows() <= most) && head.pageSize() == size;
        shortPage = head.rows() < most ? head.rows() : 0;
        most = Math.max(most, head.rows());
    }

    /** As the end of a Reason; empty where nothing is cut. */
    String clamped() {
        return pages > 1 && even && most < asked
                ? "; the vendor returns " + most + " rows per page instead of " + asked
                        + " and reports no total, so rows may be missing: request " + most + " per page"
                : "";
    }
}
