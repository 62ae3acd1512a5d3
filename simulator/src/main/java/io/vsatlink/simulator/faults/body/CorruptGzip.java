/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.body;

import io.vsatlink.simulator.http.Gzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Compresses the body, then overwrites a few bytes in the middle. */
final class CorruptGzip extends OutputStream {
    private static final int SPOILED = 8;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final OutputStream packer = Gzip.fast(packed);
    private final OutputStream out;

    CorruptGzip(OutputStream out) throws IOException {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        packer.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        packer.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        packer.close();
        byte[] bytes = packed.toByteArray();
        for (int i = 0; i < SPOILED; i++) {
            bytes[bytes.length / 2 + i] ^= (byte) 0xFF;
        }
        out.write(bytes);
        out.close();
    }
}
