/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.store.sort.SortSpace;

/**
 * How all rows of a generation are read.
 *
 * @param sortFrom the number of rows from which a generation is sorted outside the database
 * @param first the number of rows of such a generation that are read through the index nevertheless
 * @param space the memory and disk space for sorting
 */
public record ReadingPlan(long sortFrom, int first, SortSpace space) {
    /** The cost of fetching a row through the index, in rows read in storage order. */
    private static final long FETCH = 8;

    public static ReadingPlan standard() {
        return new ReadingPlan(20_000, 1_000, SortSpace.ofThisProcess());
    }

    /** The same plan, but no row is read through the index. */
    ReadingPlan withoutIndex() {
        return new ReadingPlan(sortFrom, 0, space);
    }

    boolean mayHaveToSort(long rows) {
        return rows >= sortFrom;
    }

    /** @param beside the number of rows of other elements in the same table, which are stored in between */
    boolean sorts(long rows, long beside) {
        return mayHaveToSort(rows) && rows + beside <= FETCH * rows;
    }
}
