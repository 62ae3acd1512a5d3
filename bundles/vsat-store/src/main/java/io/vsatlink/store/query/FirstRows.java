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
 * Collects the rows that answer a {@link RowQuery} from all rows of a generation, added in any order. It keeps no more than the
 * requested number, so memory use does not depend on the size of the dataset. Not thread-safe.
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

    /** @param row with at least the query's {@link RowMatcher#columnsNeeded} */
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

    /** The collected rows in order. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(first);
        rows.sort(order);
        return rows;
    }

    public long matching() {
        return matching;
    }
}
