/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.store.sort.SortSpace;

/**
 * How all rows of a generation are read.
 *
 * @param sortFrom a generation of as many rows is sorted outside of the database
 * @param first rows of such a generation that are read by the index nevertheless
 * @param space what sorting may use
 */
public record ReadingPlan(long sortFrom, int first, SortSpace space) {
    /** A row fetched by the index costs about as much as this many read as they lie. */
    private static final long FETCH = 8;

    public static ReadingPlan standard() {
        return new ReadingPlan(20_000, 1_000, SortSpace.ofThisProcess());
    }

    boolean mayHaveToSort(long rows) {
        return rows >= sortFrom;
    }

    /** @param beside the rows of the other elements in the same table, which lie between */
    boolean sorts(long rows, long beside) {
        return mayHaveToSort(rows) && rows + beside <= FETCH * rows;
    }
}
