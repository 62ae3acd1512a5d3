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

    /** Takes rows one after another, so that nobody needs to hold many of them. */
    @FunctionalInterface
    public interface RowSink {
        void accept(Row row) throws IOException;
    }

    public int total() {
        return dataset.size() - overlay.removed().size() + overlay.added().size();
    }

    /** The rows at some positions; positions beyond the end give none. */
    public void page(long from, int count, RowSink sink) throws IOException {
        long end = Math.min(total(), from + count);
        for (long position = from; position < end; position++) {
            sink.accept(row(indexAt((int) position)));
        }
    }

    /**
     * Every row, in the order of the list. Deliberately walks the indexes instead of asking {@link #indexAt}: this is what
     * paging is checked against.
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

    /** The row with a key, if it is in the list now. */
    OptionalInt indexOf(String key) {
        return dataset.indexOf(key).stream().filter(this::isListed).findFirst();
    }

    private boolean isListed(int index) {
        return index < dataset.size()
                ? Collections.binarySearch(overlay.removed(), index) < 0
                : overlay.added().stream().anyMatch(row -> row.index() == index);
    }

    /** The index of what is now listed at a position. */
    int indexAt(int position) {
        int before = addedBefore(position);
        List<Overlay.Added> added = overlay.added();
        return before < added.size() && positionOf(before) == position
                ? added.get(before).index()
                : generatedAt(position - before);
    }

    /** Where a row must be added to be listed before the row at a position. */
    Overlay.Slot slotAt(int position) {
        int before = addedBefore(position);
        List<Overlay.Added> added = overlay.added();
        if (before < added.size() && positionOf(before) == position) {
            return new Overlay.Slot(before, added.get(before).before());
        }
        return new Overlay.Slot(before, generatedAt(position - before));
    }

    /** How many of the added rows are listed before a position. */
    private int addedBefore(int position) {
        return firstNot(overlay.added().size(), i -> positionOf(i) < position);
    }

    /** The position of the i-th added row: after the added rows before it, and the generated ones that are left. */
    private int positionOf(int i) {
        int before = overlay.added().get(i).before();
        return i
                + before
                - firstNot(overlay.removed().size(), gone -> overlay.removed().get(gone) < before);
    }

    /** Of the generated rows that are left: as many further on as rows before it are gone. */
    private int generatedAt(int rank) {
        List<Integer> removed = overlay.removed();
        return rank + firstNot(removed.size(), i -> removed.get(i) - i <= rank);
    }

    /** The first of so many places for which something is not true that is true for all before it. */
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
