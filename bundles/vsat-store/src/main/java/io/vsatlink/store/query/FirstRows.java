/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.query;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.RowQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Of all rows of a generation, told one by one in any order, those that answer a {@link RowQuery}: it keeps no more than
 * were asked for, so the heap stays as it is whatever the size of the dataset. Used by one thread.
 */
public final class FirstRows {
    private final RowQuery query;
    private final RowMatcher matcher;
    private final Comparator<Row> order;
    private final PriorityQueue<Row> first;
    private long matching;

    public FirstRows(RowQuery query) {
        this.query = query;
        this.matcher = new RowMatcher(query);
        this.order = matcher.order();
        this.first = new PriorityQueue<>(order.reversed());
    }

    /** @param row with the query's {@link RowMatcher#columnsNeeded} at least */
    public void add(Row row) {
        if (!matcher.matches(row)) {
            return;
        }
        matching++;
        if (query.after() != null && order.compare(row, query.after()) <= 0) {
            return;
        }
        if (first.size() < query.limit()) {
            first.add(row);
        } else if (order.compare(row, first.element()) < 0) {
            first.remove();
            first.add(row);
        }
    }

    /** In order. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(first);
        rows.sort(order);
        return rows;
    }

    public long matching() {
        return matching;
    }
}
