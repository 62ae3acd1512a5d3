/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.More;
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
 * @param more whether more rows follow
 */
public record PageHead(
        int pageSize, long totalItems, int totalPages, int rows, long bytes, Optional<PageRef.After> next, More more) {

    /** Where no flag says whether more follow. */
    public PageHead(int pageSize, long totalItems, int totalPages, int rows, long bytes, Optional<PageRef.After> next) {
        this(pageSize, totalItems, totalPages, rows, bytes, next, More.UNTOLD);
    }
}
