/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.Nesting;
import java.util.List;
import java.util.Optional;

/** The pages of one listing, each read with one attempt. Thread-safe. */
public interface PageSource {

    /** Defines the start, the order and the end of a pass. */
    ListingWalk walk();

    /** @param size number of rows to request */
    ListedPage page(PageRef page, int size) throws VendorException;

    /** The columns of the listing, then those that the profile adds, in the order of the tally. */
    List<String> columns();

    /** The key column and where the vendor has it, for people. */
    String key();

    /** An empty tally for its pages. */
    FieldTally tally();

    /** Where the rows are if they are not the items of its pages. */
    default Optional<Nesting> nesting() {
        return Optional.empty();
    }

    /** What is read of a listing whose changes can be asked for; empty if they can't. */
    default Optional<ChangeScope> changes() {
        return Optional.empty();
    }

    /** Aborts the running calls. */
    void abort();
}
