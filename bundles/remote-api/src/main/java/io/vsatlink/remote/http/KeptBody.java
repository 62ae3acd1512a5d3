/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Keeps what is read of a body, as long as it is not too much. For one thread. */
public final class KeptBody extends FilterInputStream {
    private final int most;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean atEnd;

    /** @param most the largest body to keep, in bytes */
    public KeptBody(InputStream body, int most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        atEnd |= count < 0;
        if (count > 0 && kept != null) {
            if (count > most - kept.size()) {
                kept = null;
            } else {
                kept.write(buffer, offset, count);
            }
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The body; empty if it was not read to its end, or is too large. */
    public Optional<byte[]> whole() {
        return atEnd && kept != null ? Optional.of(kept.toByteArray()) : Optional.empty();
    }
}
