/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import java.util.Optional;

/**
 * How many rows one poll may remove without a person's consent. A vendor that lost its data, or whose paging fails, looks like one that
 * removed rows.
 *
 * @param percent of the rows that may be removed; a few hundred may always be removed
 */
record DeletionLimit(int percent) {
    private static final long ALWAYS_ALLOWED = 500;

    /**
     * Why a person must check first; empty if not needed.
     *
     * @param removed rows that would be removed
     * @param before rows of the current generation
     */
    Optional<String> exceededBy(long removed, long before) {
        boolean everything = removed > 0 && removed == before;
        boolean tooMany = removed > ALWAYS_ALLOWED && removed * 100 > before * percent;
        if (everything) {
            return Optional.of("all " + before + " rows would be removed");
        }
        return tooMany
                ? Optional.of(removed + " of " + before + " rows would be removed, more than " + percent + " %")
                : Optional.empty();
    }
}
