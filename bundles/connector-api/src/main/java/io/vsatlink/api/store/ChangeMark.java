/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import java.time.Instant;
import java.util.Objects;

/**
 * How far a vendor's changes are known: every row that the vendor dated before this is stored, but for those that it shows late.
 *
 * @param until by the vendor's clock, never by ours
 * @param basis identifies where and how the rows were read; a mark of another basis says nothing
 */
public record ChangeMark(Instant until, String basis) {

    public ChangeMark {
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(basis, "basis");
    }
}
