package io.vsatlink.satprov.vendor;

import io.vsatlink.vendor.PageRef;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.item.FieldTally;
import java.util.List;

/** The pages of one listing, each read with one attempt. Thread-safe. */
public interface PageSource {

    /**
     * @param sizeUsed how many rows a page has by what the first one showed; 0 for the first
     */
    MappedPage page(PageRef page, int sizeUsed) throws VendorException;

    /** Whether pages can be asked for in any order once the first one has told how many there are. */
    boolean anyOrder();

    /** Whether each page tells how the next one is asked for. */
    boolean tellsNext();

    /** The columns of the dataset, then those that the profile adds: the order in which they are tallied. */
    List<String> columns();

    /** An empty tally of what its pages may tell. */
    FieldTally tally();

    /** Cuts the calls under way. */
    void abort();
}
