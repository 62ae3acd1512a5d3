/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Consecutive runs in a file that no one else can read. It is deleted when it is closed or the process ends. */
final class RunFile implements AutoCloseable {
    private static final int OUT = 128 << 10;

    private final FileChannel channel;
    private final List<Long> ends = new ArrayList<>();
    private final ByteBuffer out = ByteBuffer.allocate(OUT);
    private long written;

    RunFile(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "vsatlink-sort-", ".tmp");
        channel = FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
    }

    /** @param length of the row's bytes, including the four bytes with their number */
    void append(byte[] bytes, int offset, int length) throws IOException {
        if (out.remaining() < length) {
            flush();
        }
        if (out.capacity() < length) {
            write(ByteBuffer.wrap(bytes, offset, length));
        } else {
            out.put(bytes, offset, length);
        }
    }

    void endRun() throws IOException {
        flush();
        ends.add(written);
    }

    private void flush() throws IOException {
        write(out.flip());
        out.clear();
    }

    private void write(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            written += channel.write(source);
        }
    }

    /** @param bytes of memory for all runs together */
    List<Run> runs(RowBytes format, int bytes) throws IOException {
        int window = Math.max(Run.LEAST, bytes / ends.size());
        List<Run> runs = new ArrayList<>();
        long start = 0;
        for (long end : ends) {
            runs.add(new Run(channel, start, end, format, ByteBuffer.allocate(window)));
            start = end;
        }
        return runs;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
