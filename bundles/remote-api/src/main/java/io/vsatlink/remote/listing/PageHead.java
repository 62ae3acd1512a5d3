/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.More;
import java.time.Instant;
import java.util.Optional;

/**
 * What a page reports besides its rows.
 *
 * @param pageSize the page size that the server reports, or else the one requested
 * @param totalItems the total number of rows; -1 if not reported
 * @param totalPages the total number of pages; -1 if not reported
 * @param rows the number of rows in this page
 * @param bytes the size of the decoded body
 * @param next the next page, if this page gives a cursor or URL for it; empty at the end, and for other styles
 * @param more whether more rows follow
 * @param date when the vendor sent it, by the vendor's clock; null if unknown
 */
public record PageHead(
        int pageSize,
        long totalItems,
        int totalPages,
        int rows,
        long bytes,
        Optional<PageRef.After> next,
        More more,
        Instant date) {

    /** A page of unknown date, without a flag for more rows. */
    public PageHead(int pageSize, long totalItems, int totalPages, int rows, long bytes, Optional<PageRef.After> next) {
        this(pageSize, totalItems, totalPages, rows, bytes, next, More.UNTOLD, null);
    }

    /** The same page with another URL for the next one. */
    public PageHead followedBy(PageRef.After other) {
        return new PageHead(pageSize, totalItems, totalPages, rows, bytes, Optional.of(other), more, date);
    }
}
