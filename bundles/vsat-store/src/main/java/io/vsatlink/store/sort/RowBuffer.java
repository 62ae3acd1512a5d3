/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import io.vsatlink.api.dataset.Row;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows in memory, as bytes, up to a limit. */
final class RowBuffer {
    private static final int FIRST = 64 << 10;

    /** The approximate heap use of a row in bytes, in addition to its content and its key, also while it is sorted. */
    private static final int OVERHEAD = 96;

    private final RowBytes format;
    private final int limit;
    private final KeySort rows = new KeySort();
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST);
    private int overhead;

    RowBuffer(RowBytes format, int limit) {
        this.format = format;
        this.limit = limit;
    }

    void add(String key, Object[] values) {
        reserve(Integer.BYTES + RowBytes.atMost(values));
        int start = bytes.position();
        bytes.position(start + Integer.BYTES);
        format.put(values, bytes);
        bytes.putInt(start, bytes.position() - start - Integer.BYTES);
        rows.add(new Keyed(key, start));
        overhead += OVERHEAD + key.length();
    }

    private void reserve(int more) {
        if (bytes.remaining() < more) {
            int needed = bytes.position() + more;
            bytes = ByteBuffer.allocate(Math.max(needed, Math.min(2 * bytes.capacity(), limit)))
                    .put(bytes.flip());
        }
    }

    boolean isFull() {
        return bytes.position() + overhead >= limit || rows.size() == KeySort.MOST;
    }

    boolean isEmpty() {
        return rows.size() == 0;
    }

    /** The rows by key, valid until {@link #clear}. */
    Keyed[] sorted() {
        return rows.sorted();
    }

    Row read(Keyed row) {
        return format.get(bytes.limit(bytes.capacity()).position(row.start() + Integer.BYTES));
    }

    void write(Keyed row, RunFile file) throws IOException {
        file.append(bytes.array(), row.start(), Integer.BYTES + bytes.getInt(row.start()));
    }

    void clear() {
        rows.clear();
        bytes.clear();
        overhead = 0;
    }
}
