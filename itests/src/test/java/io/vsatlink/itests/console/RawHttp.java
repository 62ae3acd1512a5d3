/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends any bytes and reads the response at its own pace. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();

    RawHttp(int port) throws IOException {
        // so that the host's buffers are full soon if nothing is read
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Sends one call and returns the complete response. */
    static String answer(int port, String method, String path, Map<String, String> headers) throws IOException {
        try (RawHttp client = new RawHttp(port)) {
            client.call(method, path, headers);
            return client.rest();
        }
    }

    /** Sends the head of a call; the host closes the connection after its response. */
    void call(String method, String path, Map<String, String> headers) throws IOException {
        Map<String, String> all = new TreeMap<>(headers);
        all.putIfAbsent("Host", "127.0.0.1:" + socket.getPort());
        all.put("Connection", "close");
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        send(head.append("\r\n").toString());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Everything received until the host closes the connection. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        try {
            for (int bytes = socket.getInputStream().read(piece);
                    bytes >= 0;
                    bytes = socket.getInputStream().read(piece)) {
                all.write(piece, 0, bytes);
            }
        } catch (SocketException e) {
            // the host has reset the connection; earlier bytes have been received
            return all.toString(StandardCharsets.UTF_8);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
