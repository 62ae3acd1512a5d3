/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How a listing goes on from page to page, where it ends, and whether what came is all of it. The one set of rules for
 * whatever is read in pages; no page is read here.
 *
 * <ol>
 *   <li>{@link io.vsatlink.remote.listing.ListingWalk} gives the pages to ask for and takes what each page reported.
 *   <li>{@code Pagination} finds the next page: {@code ByNumber} and {@code ByOffset} go on until the total has come or a
 *       page is empty, {@code ByLink} goes on for as long as a page names the next one.
 *   <li>{@link io.vsatlink.remote.listing.PageQuery} writes the path and query of a {@link io.vsatlink.remote.listing.PageRef};
 *       {@link io.vsatlink.remote.listing.PageHead} is what the page reported beside its rows.
 *   <li>{@link io.vsatlink.remote.listing.BrokenListing} ends a walk that would never end, or that a mistake in the profile
 *       ended too early.
 *   <li>{@link io.vsatlink.remote.listing.Verdict} says in the end whether all rows came.
 * </ol>
 *
 * <p>A listing is complete where its total agrees, or where the vendor's word or an empty page ends it. A short page ends
 * nothing: servers cut pages to a size of their own, and leave out rows that the reader may not see.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.listing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
