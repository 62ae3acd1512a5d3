/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Remembers the last bytes that were read, to detect a truncated XML document: a complete one ends with an end tag. */
final class Tail extends FilterInputStream {
    private static final int KEPT = 256;

    private byte[] tail = new byte[0];
    private long bytes;
    private boolean atEnd;

    Tail(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count < 0) {
            atEnd = true;
            return count;
        }
        bytes += count;
        int kept = Math.min(KEPT, count);
        byte[] last = Arrays.copyOfRange(into, from + count - kept, from + count);
        if (kept == KEPT) {
            tail = last;
        } else {
            byte[] both = Arrays.copyOf(tail, tail.length + kept);
            System.arraycopy(last, 0, both, tail.length, kept);
            tail = both.length > KEPT ? Arrays.copyOfRange(both, both.length - KEPT, both.length) : both;
        }
        return count;
    }

    boolean empty() {
        return bytes == 0;
    }

    long bytes() {
        return bytes;
    }

    /**
     * Whether the stream ended in the middle of the document.
     *
     * @param root the name of the root element; empty if it had not begun
     */
    boolean cut(String root) {
        String text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
        int last = Math.max(0, text.lastIndexOf("</"));
        return atEnd && !text.substring(last).replaceAll("\\s", "").equals("</" + root + ">");
    }
}
