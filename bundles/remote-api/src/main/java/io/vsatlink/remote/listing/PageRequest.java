/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;

/**
 * A page to request.
 *
 * @param number the number of the page for messages, from 0
 * @param size the number of rows to request
 * @param probe whether only the head of the page matters, because its rows were already read
 */
public record PageRequest(int number, PageRef page, int size, boolean probe) {

    PageRequest(int number, PageRef page, int size) {
        this(number, page, size, false);
    }

    /**
     * Whether a failure says no more than that there is no such page, so that the walk goes on: 404, or 416 for a range
     * of rows. A vendor may also refuse a size that was only a probe.
     */
    public boolean absentBy(VendorException failure) {
        boolean first = page.equals(PageRef.FIRST);
        int status = failure.status().orElse(0);
        return failure instanceof Rejected && (probe || (!first && (status == 404 || status == 416)));
    }
}
