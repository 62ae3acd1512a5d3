/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import io.vsatlink.remote.http.Answer;
import java.io.ByteArrayOutputStream;

/** The beginning of a body, and how long it is. */
final class BodyCopy implements Answer.Copy {
    /** A page of some hundred rows is not cut. */
    static final int MOST = 256 << 10;

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private long bytes;

    @Override
    public void take(byte[] buffer, int offset, int length) {
        beginning.write(buffer, offset, Math.min(length, MOST - beginning.size()));
        bytes += length;
    }

    byte[] beginning() {
        return beginning.toByteArray();
    }

    long bytes() {
        return bytes;
    }

    boolean cut() {
        return bytes > beginning.size();
    }
}
