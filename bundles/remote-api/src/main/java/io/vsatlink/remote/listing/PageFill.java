/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

/**
 * The sizes of the pages, to detect a vendor that limits them: then all pages are equally short, except for the last.
 * Not thread-safe.
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
        // a size that the vendor reports is one that it also computes with
        even &= shortPage == 0 && (pages == 1 || head.rows() <= most) && head.pageSize() == size;
        shortPage = head.rows() < most ? head.rows() : 0;
        most = Math.max(most, head.rows());
    }

    /** The end of a Reason; empty if pages are not limited. */
    String clamped() {
        return pages > 1 && even && most < asked
                ? "; the vendor returns " + most + " rows per page instead of " + asked
                        + " and reports no total, so rows may be missing: request " + most + " per page"
                : "";
    }
}
