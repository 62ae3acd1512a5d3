/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Limits the bytes per second, in steps of a tenth of a second. Closing it does not close the underlying stream. */
public final class Drip extends FilterOutputStream {
    private static final int DROPS_PER_SECOND = 10;

    private final int bytesPerSecond;

    public Drip(OutputStream out, int bytesPerSecond) {
        super(out);
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int drop = Math.max(1, bytesPerSecond / DROPS_PER_SECOND);
        for (int done = 0; done < length; done += drop) {
            int part = Math.min(drop, length - done);
            out.write(bytes, offset + done, part);
            out.flush();
            pause(part * 1000L / bytesPerSecond);
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while dripping an answer");
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
