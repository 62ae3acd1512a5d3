/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import io.vsatlink.simulator.wire.ChunkedOutput;
import io.vsatlink.simulator.wire.Request;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a call. It is streamed in chunks and compressed if the client accepts that; with a {@link Distortion}
 * it is buffered and changed. It ends only with {@link #finish}. Used by one thread at a time.
 */
final class Answer {
    private static final Coding PLAIN = out -> out;

    private final Request request;
    private OutputStream wire = OutputStream.nullOutputStream();
    private final Distortion distortion;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status;
    private Coding coding = PLAIN;
    private OutputStream body = OutputStream.nullOutputStream();
    private ByteArrayOutputStream held;
    private byte[] ready = new byte[0];

    Answer(Request request, Distortion distortion) {
        this.request = request;
        this.distortion = distortion;
    }

    void connect(OutputStream out) {
        wire = out;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Returns the sent status; 0 if none was sent. */
    int status() {
        return status;
    }

    OutputStream begin(int code, String contentType) throws IOException {
        boolean hasBody = decide(code, contentType);
        if (!hasBody) {
            writeHead(Map.of());
        } else if (distortion.edits().isEmpty() && distortion.delivery().isEmpty()) {
            body = open();
        } else {
            held = new ByteArrayOutputStream();
            body = held;
        }
        return body;
    }

    /** Sends a complete body. Like every other answer, it ends only with {@link #finish}. */
    void whole(int code, String contentType, Rendering rendering) throws IOException {
        if (!distortion.isNone()) {
            begin(code, contentType).write(rendering.bytes(false));
        } else if (decide(code, contentType)) {
            ready = rendering.bytes(coding != PLAIN);
        }
    }

    /** Returns false if the connection must be closed now. */
    boolean finish() throws IOException {
        if (held != null) {
            return finishHeld();
        }
        if (ready.length > 0) {
            writeHead(Map.of("Content-Length", Integer.toString(ready.length)));
            wire.write(ready);
        }
        body.close();
        return request.keepsAlive() && request.http11();
    }

    private boolean finishHeld() throws IOException {
        byte[] bytes = held.toByteArray();
        for (Edit edit : distortion.edits()) {
            bytes = edit.apply(bytes);
        }
        if (distortion.delivery().isEmpty()) {
            try (OutputStream out = open()) {
                out.write(bytes);
            }
            return request.keepsAlive() && request.http11();
        }
        Delivery delivery = distortion.delivery().get();
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = coding.over(coded)) {
            out.write(bytes);
        }
        writeHead(delivery.framing(coded.size()));
        delivery.send(coded.toByteArray(), distortion.paced(wire));
        return false;
    }

    /** Sends status, type and coding; returns whether a body may follow. */
    private boolean decide(int code, String contentType) {
        status = code;
        boolean hasBody = !request.method().equals("HEAD") && code != 204 && code != 304;
        if (hasBody) {
            headers.putIfAbsent("Content-Type", contentType);
            boolean accepted = Gzip.isAccepted(request.headers().getOrDefault("Accept-Encoding", ""));
            coding = distortion.coding().orElse(accepted ? Gzip::fast : PLAIN);
            if (coding != PLAIN) {
                headers.put("Content-Encoding", "gzip");
            }
        }
        return hasBody;
    }

    /** HTTP/1.0 does not support chunks: the body ends with the connection. */
    private OutputStream open() throws IOException {
        boolean chunked = request.http11();
        writeHead(chunked ? Map.of("Transfer-Encoding", "chunked") : Map.of("Connection", "close"));
        OutputStream paced = distortion.paced(wire);
        return coding.over(chunked ? new ChunkedOutput(paced) : new Unclosed(paced));
    }

    private void writeHead(Map<String, String> framing) throws IOException {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(framing);
        new Head(status, all).writeTo(wire);
    }

    /** Does not close the connection, which is closed by its owner. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
