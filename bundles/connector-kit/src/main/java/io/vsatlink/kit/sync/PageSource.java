package io.vsatlink.kit.sync;

import io.vsatlink.remote.PageRef;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.ListingWalk;
import java.util.List;

/** The pages of one listing, each read with one attempt. Thread-safe. */
public interface PageSource {

    /** Where a reading of all pages begins, goes on and ends. */
    ListingWalk walk();

    /** @param size how many rows to ask for */
    ListedPage page(PageRef page, int size) throws VendorException;

    /** The columns of the listing, then those that the profile adds: the order in which they are tallied. */
    List<String> columns();

    /** An empty tally of what its pages may tell. */
    FieldTally tally();

    /** Cuts the calls under way. */
    void abort();
}
