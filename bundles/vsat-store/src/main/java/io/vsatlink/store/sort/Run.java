/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import io.vsatlink.api.dataset.Row;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Sorted rows, read from a part of the file through a small window. */
final class Run {
    /** The minimum window in bytes: a full run needs at most a few thousand reads. */
    static final int LEAST = 4 << 10;

    private final FileChannel channel;
    private final long end;
    private final RowBytes format;
    private long position;
    private ByteBuffer window;
    private Row head;
    private String key;

    Run(FileChannel channel, long start, long end, RowBytes format, ByteBuffer window) throws IOException {
        this.channel = channel;
        this.position = start;
        this.end = end;
        this.format = format;
        this.window = window.limit(0);
        advance();
    }

    Row head() {
        return head;
    }

    String key() {
        return key;
    }

    /** Moves to the next row; returns false if there is none. */
    boolean advance() throws IOException {
        if (position == end && !window.hasRemaining()) {
            return false;
        }
        require(Integer.BYTES);
        int length = window.getInt();
        require(length);
        head = format.get(window);
        key = head.key();
        return true;
    }

    private void require(int bytes) throws IOException {
        if (window.remaining() >= bytes) {
            return;
        }
        window = window.capacity() < bytes ? ByteBuffer.allocate(bytes).put(window) : window.compact();
        window.limit((int) Math.min(window.capacity(), window.position() + end - position));
        while (window.hasRemaining()) {
            int read = channel.read(window, position);
            if (read < 0) {
                throw new EOFException("the temporary file is incomplete");
            }
            position += read;
        }
        window.flip();
    }
}
