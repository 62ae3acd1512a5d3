/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Objects;

/**
 * How one dataset is read page by page.
 *
 * @param format of its answers
 * @param items where the rows are in a response, and how they are mapped
 * @param nesting where the rows are if they are not its items; null if they are
 */
public record ListingProfile(
        ListingRequest request, AnswerFormat format, PagingProfile paging, ItemsProfile items, Nesting nesting) {

    public ListingProfile {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(paging, "paging");
        Objects.requireNonNull(items, "items");
    }
}
