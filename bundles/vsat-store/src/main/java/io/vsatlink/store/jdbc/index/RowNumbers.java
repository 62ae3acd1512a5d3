/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of row numbers, one bit each: they are close together, but may begin anywhere and exceed 2^31 over the years. */
public final class RowNumbers {
    private static final int BLOCK_BITS = 16;
    private static final int MASK = (1 << BLOCK_BITS) - 1;

    private final NavigableMap<Long, BitSet> blocks = new TreeMap<>();
    private long size;

    /** Returns whether it was not contained before. */
    public boolean add(long rowNo) {
        BitSet block = blocks.computeIfAbsent(rowNo >> BLOCK_BITS, b -> new BitSet());
        int bit = (int) (rowNo & MASK);
        if (block.get(bit)) {
            return false;
        }
        block.set(bit);
        size++;
        return true;
    }

    public boolean remove(long rowNo) {
        if (!contains(rowNo)) {
            return false;
        }
        blocks.get(rowNo >> BLOCK_BITS).clear((int) (rowNo & MASK));
        size--;
        return true;
    }

    public boolean contains(long rowNo) {
        BitSet block = blocks.get(rowNo >> BLOCK_BITS);
        return block != null && block.get((int) (rowNo & MASK));
    }

    public long size() {
        return size;
    }
}
