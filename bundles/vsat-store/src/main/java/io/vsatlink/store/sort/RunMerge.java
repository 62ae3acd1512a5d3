/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import io.vsatlink.api.dataset.Row;
import java.io.IOException;
import java.util.List;

/** Merges several runs into one: a heap whose root is the run with the lowest key. */
final class RunMerge {
    private final Run[] heap;
    private int size;

    RunMerge(List<Run> runs) {
        heap = runs.toArray(Run[]::new);
        size = heap.length;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** The next row; null after the last one. */
    Row next() throws IOException {
        if (size == 0) {
            return null;
        }
        Run least = heap[0];
        Row row = least.head();
        if (!least.advance()) {
            heap[0] = heap[--size];
            heap[size] = null;
        }
        sink(0);
        return row;
    }

    private void sink(int from) {
        Run sinking = heap[from];
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1].key().compareTo(heap[child].key()) < 0) {
                child++;
            }
            if (sinking.key().compareTo(heap[child].key()) <= 0) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = sinking;
    }
}
