/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.api.dataset.Listing;

/** One listing of one element or ticketing system; messages contain its text. */
public record Slot(String owner, Listing listing) {
    @Override
    public String toString() {
        return listing.key() + " of element " + owner;
    }
}
