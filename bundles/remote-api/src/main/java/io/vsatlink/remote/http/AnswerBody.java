/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A decoded body: counts and limits its bytes, keeps its beginning, and fails with messages for people. */
final class AnswerBody extends FilterInputStream {

    private static final int HEAD = 200;

    private final Exchange exchange;
    private final Breakdown breakdown;
    private final long limit;
    private final byte[] head = new byte[HEAD];
    private final List<BodyCopy> copies = new ArrayList<>();
    private long bytes;
    private boolean atEnd;

    AnswerBody(InputStream in, Exchange exchange, Breakdown breakdown, long limit) {
        super(in);
        this.exchange = exchange;
        this.breakdown = breakdown;
        this.limit = limit;
    }

    /** A body with the same limits, from memory. */
    AnswerBody of(byte[] whole) {
        return new AnswerBody(new ByteArrayInputStream(whole), exchange, breakdown, limit);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw breakdown.of(exchange.reason(e));
        }
        if (count < 0) {
            atEnd = true;
            return count;
        }
        if (bytes < HEAD) {
            System.arraycopy(buffer, offset, head, (int) bytes, (int) Math.min(count, HEAD - bytes));
        }
        bytes += count;
        copies.forEach(copy -> copy.take(buffer, offset, count));
        if (bytes > limit) {
            throw new ExchangeException(
                    ExchangeException.Kind.BROKEN,
                    "a response from " + breakdown.peer().name() + " is larger than our limit of " + (limit >> 20)
                            + " MB",
                    null);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, HEAD)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Does nothing: {@link Answer} closes the body; closing the stream would drain the rest. */
    @Override
    public void close() {}

    void copyTo(BodyCopy copy) {
        copies.add(copy);
    }

    long bytes() {
        return bytes;
    }

    boolean atEnd() {
        return atEnd;
    }

    String head() {
        byte[] seen = Arrays.copyOf(head, (int) Math.min(bytes, HEAD));
        return new String(seen, StandardCharsets.UTF_8);
    }
}
