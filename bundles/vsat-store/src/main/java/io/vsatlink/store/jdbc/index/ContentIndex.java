/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

/**
 * Which content the current generation has, and in which row, so that an unchanged row costs no look into the database:
 * 15 bytes a row. By content hash, which covers the key as well. What it does not have may be there all the same. Used by
 * one thread at a time.
 */
public final class ContentIndex {
    public static final long NONE = -1;

    private static final int LEAST = 16;

    /** 0 marks a free place. */
    private final long[] hashes;

    /** Row numbers lie close together, so that what is beyond the first one fits an int. */
    private final int[] offsets;

    private final RowNumbers replaced = new RowNumbers();
    private long first = NONE;
    private long size;
    private long rows;

    /** @param rows how many there will be; for what is beyond that nothing is promised */
    public ContentIndex(long rows) {
        int places = (int) Math.min(Integer.MAX_VALUE - 8, LEAST + rows + rows / 4);
        this.hashes = new long[places];
        this.offsets = new int[places];
    }

    public void put(long contentHash, long rowNo) {
        rows++;
        first = first == NONE ? rowNo : first;
        long offset = rowNo - first;
        int place = place(marked(contentHash));
        if (hashes[place] == 0 && offset == (int) offset && size < hashes.length - LEAST / 2) {
            hashes[place] = marked(contentHash);
            offsets[place] = (int) offset;
            size++;
        }
    }

    /** How many rows there were, whether or not it knows them. */
    public long rows() {
        return rows;
    }

    /** The row of the current generation that has this content and was not replaced; {@link #NONE} where none is known. */
    public long rowNo(long contentHash) {
        int place = place(marked(contentHash));
        if (hashes[place] == 0) {
            return NONE;
        }
        long rowNo = first + offsets[place];
        return replaced.contains(rowNo) ? NONE : rowNo;
    }

    /** The generation in the making has another content in place of this row. */
    public void replace(long rowNo) {
        replaced.add(rowNo);
    }

    /** It has this row again. */
    public void restore(long rowNo) {
        replaced.remove(rowNo);
    }

    private static long marked(long hash) {
        return hash == 0 ? 1 : hash;
    }

    /** Where the hash is, or the free place for it; some are always free. */
    private int place(long hash) {
        int place = (int) (((hash >>> 32) * hashes.length) >>> 32);
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = place + 1 == hashes.length ? 0 : place + 1;
        }
        return place;
    }
}
