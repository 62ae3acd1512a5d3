/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.time.Instant;
import java.util.Objects;

/**
 * How one dataset is read page by page.
 *
 * @param format of its answers
 * @param items where the rows are in a response, and how they are mapped
 * @param nesting where the rows are if they are not its items; null if they are
 * @param changes how only what changed is asked for; null if it can't be
 * @param since asks for what changed since this time; null for the whole listing
 */
public record ListingProfile(
        ListingRequest request,
        AnswerFormat format,
        PagingProfile paging,
        ItemsProfile items,
        Nesting nesting,
        ChangesProfile changes,
        Instant since) {

    public ListingProfile {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(paging, "paging");
        Objects.requireNonNull(items, "items");
    }

    /** The whole listing, of which nothing else can be asked for. */
    public ListingProfile(
            ListingRequest request, AnswerFormat format, PagingProfile paging, ItemsProfile items, Nesting nesting) {
        this(request, format, paging, items, nesting, null, null);
    }

    /**
     * What changed since a time.
     *
     * @param from as {@link ChangesProfile#from} returns it
     */
    public ListingProfile changedSince(Instant from) {
        Objects.requireNonNull(changes, "changes");
        return new ListingProfile(request, format, paging, items, nesting, changes, from);
    }
}
