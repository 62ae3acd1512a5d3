/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import io.vsatlink.simulator.network.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The difference from the generated rows, by index: removed rows (sorted), changed rows, and added rows in the order in
 * which they are listed. Immutable; {@link Draft} creates the next one.
 */
record Overlay(List<Integer> removed, Map<Integer, Row> changed, List<Added> added, int nextIndex) {

    /** An added row and the generated index before which it is listed, whether or not that row still exists. */
    record Added(int before, int index) {}

    /**
     * A position for an added row: the number of added rows before it, and the generated index before which it is
     * listed.
     */
    record Slot(int after, int before) {}

    static Overlay none(int size) {
        return new Overlay(List.of(), Map.of(), List.of(), size);
    }

    Draft draft() {
        return new Draft(this);
    }

    static final class Draft {
        private final SortedSet<Integer> removed;
        private final Map<Integer, Row> changed;
        private final List<Added> added;
        private int nextIndex;

        private Draft(Overlay from) {
            removed = new TreeSet<>(from.removed);
            changed = new HashMap<>(from.changed);
            added = new ArrayList<>(from.added);
            nextIndex = from.nextIndex;
        }

        void remove(int index) {
            changed.remove(index);
            // an added row is removed completely; its index is not used again, because nextIndex only grows
            if (!added.removeIf(row -> row.index() == index)) {
                removed.add(index);
            }
        }

        void change(int index, Row row) {
            changed.put(index, row);
        }

        /** Adds a row before those that are already in that slot; returns its index. */
        int add(Slot slot) {
            added.add(slot.after(), new Added(slot.before(), nextIndex));
            return nextIndex++;
        }

        /** Adds a row after all others; returns its index. */
        int append(int end) {
            return add(new Slot(added.size(), end));
        }

        Overlay done() {
            return new Overlay(
                    List.copyOf(removed), Collections.unmodifiableMap(changed), List.copyOf(added), nextIndex);
        }
    }
}
