/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

/**
 * The effect of a page on the store, in rows.
 *
 * @param added keys that the current generation does not have
 * @param changed keys whose content differs from the current generation's
 * @param unchanged rows that needed no write
 * @param duplicates keys that occurred before in this pass. A key that only an earlier pass had counts as unchanged, or as changed
 *     if its content differs from that pass
 * @param older keys whose rows have a later time in the store, which therefore stay
 */
public record PageOutcome(int added, int changed, int unchanged, int duplicates, int older) {

    /** No row is older than the stored one. */
    public PageOutcome(int added, int changed, int unchanged, int duplicates) {
        this(added, changed, unchanged, duplicates, 0);
    }
}
