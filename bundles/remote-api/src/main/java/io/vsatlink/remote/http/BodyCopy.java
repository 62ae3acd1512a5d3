/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.ByteArrayOutputStream;

/** The beginning of a body, and its length as far as it was read. For one thread. */
public final class BodyCopy {
    private final int most;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private long bytes;

    /** @param most the number of decoded bytes to keep */
    public BodyCopy(int most) {
        this.most = most;
    }

    /** Adds the next piece of the body. */
    public void take(byte[] buffer, int offset, int length) {
        beginning.write(buffer, offset, Math.min(length, most - beginning.size()));
        bytes += length;
    }

    public byte[] beginning() {
        return beginning.toByteArray();
    }

    public long bytes() {
        return bytes;
    }

    /** Whether more was read than is kept. */
    public boolean cut() {
        return bytes > beginning.size();
    }
}
