/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import java.util.Optional;

/**
 * What a page told beside its rows.
 *
 * @param pageSize as the server says it used, else as asked for
 * @param totalItems rows in all, -1 where the vendor did not tell
 * @param totalPages pages in all, -1 likewise
 * @param rows how many this page had
 * @param bytes of the decoded body
 * @param next the page after it, where it told that; empty at the end, and where pages have numbers
 */
public record PageHead(
        int pageSize, long totalItems, int totalPages, int rows, long bytes, Optional<PageRef.After> next) {

    /** @param told how the next page is asked for; empty at the end */
    public PageHead followedBy(String told) {
        return new PageHead(
                pageSize,
                totalItems,
                totalPages,
                rows,
                bytes,
                told.isEmpty() ? Optional.empty() : Optional.of(new PageRef.After(told)));
    }
}
