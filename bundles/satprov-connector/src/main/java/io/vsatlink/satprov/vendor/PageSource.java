package io.vsatlink.satprov.vendor;

import io.vsatlink.vendor.VendorException;

/** The pages of one listing, each read with one attempt. Thread-safe. */
public interface PageSource {

    /** @param page counted from 0, whatever the vendor counts from */
    MappedPage page(int page) throws VendorException;

    /** Cuts the calls under way. */
    void abort();
}
