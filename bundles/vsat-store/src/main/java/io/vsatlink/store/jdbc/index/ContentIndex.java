/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

/**
 * Maps the contents of the current generation to their rows, so that an unchanged row needs no database access. Uses 15 bytes
 * per row. Looks up by content hash, which includes the key. A content that is not found may still exist in the database. Not
 * thread-safe.
 */
public final class ContentIndex {
    public static final long NONE = -1;

    private static final int LEAST = 16;

    /** 0 marks a free slot. */
    private final long[] hashes;

    /** Row numbers are close together, so the offsets from the first one fit an int. */
    private final int[] offsets;

    private final RowNumbers replaced = new RowNumbers();
    private long first = NONE;
    private long size;
    private long rows;

    /** @param rows the expected number; further ones may not be stored */
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

    /** The number of rows put, including those that were not stored. */
    public long rows() {
        return rows;
    }

    /** The row of the current generation that has this content and was not replaced; {@link #NONE} if unknown. */
    public long rowNo(long contentHash) {
        int place = place(marked(contentHash));
        if (hashes[place] == 0) {
            return NONE;
        }
        long rowNo = first + offsets[place];
        return replaced.contains(rowNo) ? NONE : rowNo;
    }

    /** The generation being written has replaced the content of this row. */
    public void replace(long rowNo) {
        replaced.add(rowNo);
    }

    /** The generation being written contains this row again. */
    public void restore(long rowNo) {
        replaced.remove(rowNo);
    }

    private static long marked(long hash) {
        return hash == 0 ? 1 : hash;
    }

    /** The slot of the hash, or the free slot for it; some are always free. */
    private int place(long hash) {
        int place = (int) (((hash >>> 32) * hashes.length) >>> 32);
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = place + 1 == hashes.length ? 0 : place + 1;
        }
        return place;
    }
}
