/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import io.vsatlink.simulator.network.Dataset;
import io.vsatlink.simulator.network.Row;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** One dataset at one moment. Immutable. */
public record View(Dataset dataset, Overlay overlay) {

    /** Receives rows one by one, so that they need not all be in memory. */
    @FunctionalInterface
    public interface RowSink {
        void accept(Row row) throws IOException;
    }

    public int total() {
        return dataset.size() - overlay.removed().size() + overlay.added().size();
    }

    /** Passes on the rows at these positions; positions beyond the end are skipped. */
    public void page(long from, int count, RowSink sink) throws IOException {
        long end = Math.min(total(), from + count);
        for (long position = from; position < end; position++) {
            sink.accept(row(indexAt((int) position)));
        }
    }

    /**
     * Passes on every row, in the order of the list. It deliberately iterates over the indexes instead of using {@link
     * #indexAt}, because paging is verified against it.
     */
    public void all(RowSink sink) throws IOException {
        int nextRemoved = 0;
        int nextAdded = 0;
        for (int index = 0; index < dataset.size(); index++) {
            while (nextAdded < overlay.added().size()
                    && overlay.added().get(nextAdded).before() <= index) {
                sink.accept(row(overlay.added().get(nextAdded++).index()));
            }
            if (nextRemoved < overlay.removed().size() && overlay.removed().get(nextRemoved) == index) {
                nextRemoved++;
            } else {
                sink.accept(row(index));
            }
        }
        for (Overlay.Added row :
                overlay.added().subList(nextAdded, overlay.added().size())) {
            sink.accept(row(row.index()));
        }
    }

    Row row(int index) {
        Row changed = overlay.changed().get(index);
        return changed == null ? dataset.row(index) : changed;
    }

    /** Returns the row with a key, if it is in the list. */
    OptionalInt indexOf(String key) {
        return dataset.indexOf(key).stream().filter(this::isListed).findFirst();
    }

    private boolean isListed(int index) {
        return index < dataset.size()
                ? Collections.binarySearch(overlay.removed(), index) < 0
                : overlay.added().stream().anyMatch(row -> row.index() == index);
    }

    /** Returns the index of the row that is listed at a position. */
    int indexAt(int position) {
        int before = addedBefore(position);
        List<Overlay.Added> added = overlay.added();
        return before < added.size() && positionOf(before) == position
                ? added.get(before).index()
                : generatedAt(position - before);
    }

    /** Returns where a row must be added to be listed before the row at a position. */
    Overlay.Slot slotAt(int position) {
        int before = addedBefore(position);
        List<Overlay.Added> added = overlay.added();
        if (before < added.size() && positionOf(before) == position) {
            return new Overlay.Slot(before, added.get(before).before());
        }
        return new Overlay.Slot(before, generatedAt(position - before));
    }

    /** Returns the number of added rows that are listed before a position. */
    private int addedBefore(int position) {
        return firstNot(overlay.added().size(), i -> positionOf(i) < position);
    }

    /** Returns the position of the i-th added row: after the added rows before it and the remaining generated ones. */
    private int positionOf(int i) {
        int before = overlay.added().get(i).before();
        return i
                + before
                - firstNot(overlay.removed().size(), gone -> overlay.removed().get(gone) < before);
    }

    /**
     * Converts a position among the remaining generated rows to an index: increased by the number of removed rows
     * before it.
     */
    private int generatedAt(int rank) {
        List<Integer> removed = overlay.removed();
        return rank + firstNot(removed.size(), i -> removed.get(i) - i <= rank);
    }

    /** Returns the first position at which a condition is false that is true for all positions before it. */
    private static int firstNot(int places, IntPredicate isTrue) {
        int from = 0;
        int to = places;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isTrue.test(middle)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
