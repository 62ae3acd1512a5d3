/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Listing;
import java.time.Instant;

/**
 * A published generation of a listing.
 *
 * @param owner a provisioning element, or the system that tickets come from
 * @param number counts up from 1 for each owner and listing
 * @param publishedAt when it became current
 * @param rows number of rows
 * @param added rows that the previous generation did not have
 * @param changed rows with other content than in the previous generation
 * @param removed rows that only the previous generation had
 * @param fullNumber the newest generation, up to this one, that was read from the whole listing; this one, unless only changes
 *     were read
 * @param fullAt when that one became current
 * @param mark from where the next changes can be read; null if only the whole listing can
 */
public record Generation(
        String owner,
        Listing listing,
        long number,
        Instant publishedAt,
        long rows,
        long added,
        long changed,
        long removed,
        long fullNumber,
        Instant fullAt,
        ChangeMark mark) {

    /** Whether only changes were read, so that rows that the vendor no longer has may be among these. */
    public boolean onlyChanges() {
        return fullNumber != number;
    }

    /** This generation, held until now. */
    public Generation acceptedAt(Instant now) {
        return new Generation(owner, listing, number, now, rows, added, changed, removed, number, now, mark);
    }
}
