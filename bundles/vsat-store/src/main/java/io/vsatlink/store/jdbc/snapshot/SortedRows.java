/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.sort.RowSorter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/**
 * The rows of one large generation, ordered by key. The table is read at once in storage order and sorted outside the database:
 * rows are stored in the vendor's order, so reading through an index would fetch a different page for each. Only the first rows
 * are read through the index, for readers who need no more.
 */
final class SortedRows extends Spliterators.AbstractSpliterator<Row> implements AutoCloseable {
    private final GenerationReads generation;
    private final ReadingPlan plan;
    private final RowStream byIndex;

    private Iterator<Row> first;
    private RowSorter sorter;

    /** Also false after a failure, so that a retry does not report the end of the rows. */
    private boolean sorted;

    SortedRows(GenerationReads generation, ReadingPlan plan) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.generation = generation;
        this.plan = plan;
        this.byIndex = new RowStream(generation, plan.first());
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        Row row = next();
        if (row == null) {
            return false;
        }
        action.accept(row);
        return true;
    }

    private Row next() {
        if (first == null) {
            first = plan.first() > 0 ? byIndex.next().iterator() : Collections.emptyIterator();
        }
        if (first.hasNext()) {
            return first.next();
        }
        if (byIndex.isDone()) {
            return null;
        }
        if (!sorted) {
            generation.read(this::sort);
            sorted = true;
        }
        return sorter.next();
    }

    private RowSorter sort(Connection c) throws SQLException {
        // of an earlier attempt
        close();
        sorter = new RowSorter(generation.table().listing(), generation.slot().toString(), plan.space());
        RowCodec codec = new RowCodec(generation.table(), generation.slot().owner());
        String beyond = byIndex.lastKey();
        try (PreparedStatement select = c.prepareStatement(generation.table().scan())) {
            select.setString(1, generation.slot().owner());
            select.setLong(2, generation.number());
            select.setLong(3, generation.number());
            select.setFetchSize(DatasetTable.FETCHED_AT_ONCE);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Object[] values = codec.values(result);
                    if (sorter.key(values).compareTo(beyond) > 0) {
                        sorter.add(values);
                    }
                }
            }
        }
        sorter.sort();
        return sorter;
    }

    @Override
    public void close() {
        if (sorter != null) {
            sorter.close();
        }
    }
}
