/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the requests of a connection one by one. Bodies are small here and are kept in memory. */
final class RequestReader {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Returns empty if the client has closed the connection. */
    Optional<Request> next() throws IOException {
        String start = line();
        if (start == null) {
            return Optional.empty();
        }
        String[] words = start.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new MalformedRequest("no request line of HTTP/1: " + start);
        }
        Map<String, String> headers = headers();
        if (headers.getOrDefault("Expect", "").equalsIgnoreCase("100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
        InputStream body = new ByteArrayInputStream(body(headers));
        return Optional.of(new Request(words[0], target(words[1]), !words[2].equals("HTTP/1.0"), headers, body));
    }

    private static URI target(String text) throws MalformedRequest {
        try {
            URI target = new URI(text);
            if (target.getPath() != null) {
                return target;
            }
        } catch (URISyntaxException e) {
            // reported below, together with targets that have no path
        }
        throw new MalformedRequest("no request target: " + text);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int count = 0; count < MOST_HEADERS; count++) {
            String line = line();
            if (line == null) {
                throw new MalformedRequest("the connection ended within the headers");
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequest("no header: " + line);
            }
            headers.merge(line.substring(0, colon), line.substring(colon + 1).trim(), (a, b) -> a + ", " + b);
        }
        throw new MalformedRequest("more than " + MOST_HEADERS + " headers");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        return exactly(size(headers.getOrDefault("Content-Length", "0"), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            String line = String.valueOf(line());
            size = size(line.split(";", 2)[0].trim(), 16);
            if (body.size() + size > LARGEST_BODY) {
                throw new MalformedRequest("a body of more than " + LARGEST_BODY + " bytes");
            }
            body.write(exactly(size));
            if (size > 0) {
                line();
            }
        } while (size > 0);
        String trailer = line();
        while (trailer != null && !trailer.isEmpty()) {
            trailer = line();
        }
        return body.toByteArray();
    }

    private static int size(String text, int radix) throws MalformedRequest {
        try {
            int size = Integer.parseInt(text, radix);
            if (size >= 0 && size <= LARGEST_BODY) {
                return size;
            }
        } catch (NumberFormatException e) {
            // reported below, together with sizes out of range
        }
        throw new MalformedRequest("no size of a body: " + text);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new MalformedRequest("the connection ended within the body");
        }
        return bytes;
    }

    /** Returns null at the end of the connection. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw new MalformedRequest("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.append((char) c);
        }
        return null;
    }
}
