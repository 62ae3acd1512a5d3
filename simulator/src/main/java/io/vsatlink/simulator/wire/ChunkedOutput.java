/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.IOException;
import java.io.OutputStream;

/** A body in chunks. Space for the size is reserved before the bytes, so that a chunk is one write. */
public final class ChunkedOutput extends OutputStream {
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int ROOM = 6;
    private static final byte[] LAST = {'0', '\r', '\n', '\r', '\n'};

    private final OutputStream out;
    private final byte[] buffer = new byte[ROOM + CHUNK_BYTES + 2];
    private int end = ROOM;
    private boolean closed;

    public ChunkedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (end == ROOM + CHUNK_BYTES) {
            writeChunk();
        }
        buffer[end++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (end == ROOM + CHUNK_BYTES) {
                writeChunk();
            }
            int part = Math.min(left, ROOM + CHUNK_BYTES - end);
            System.arraycopy(bytes, from, buffer, end, part);
            end += part;
            from += part;
            left -= part;
        }
    }

    private void writeChunk() throws IOException {
        int start = ROOM - 2;
        buffer[start] = '\r';
        buffer[start + 1] = '\n';
        for (int size = end - ROOM; size > 0; size >>>= 4) {
            buffer[--start] = (byte) Character.forDigit(size & 0xF, 16);
        }
        buffer[end++] = '\r';
        buffer[end++] = '\n';
        out.write(buffer, start, end - start);
        end = ROOM;
    }

    /** Does nothing, because nobody benefits from a partly filled chunk: the client waits for the end of the answer. */
    @Override
    public void flush() {}

    /** Ends the body, not the connection. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            if (end > ROOM) {
                writeChunk();
            }
            out.write(LAST);
        }
    }
}
