/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server on a raw socket; the test writes the bytes of each response. */
public final class RawServer implements AutoCloseable {

    /** Writes the response to one request; returns false to close the connection. */
    public interface Script {
        boolean answer(String request, OutputStream out, Socket socket) throws IOException, InterruptedException;
    }

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final Script script;

    private RawServer(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
    }

    /** Listens on a free loopback port. */
    public static RawServer start(Script script) {
        try {
            return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param socket for instance a TLS socket; closed with this server */
    public static RawServer start(ServerSocket socket, Script script) {
        RawServer server = new RawServer(socket, script);
        start(server::accept);
        return server;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The requests with head and body, in order of arrival; a live list. */
    public List<String> requests() {
        return requests;
    }

    /** Sends HTTP 200. */
    public static boolean json(OutputStream out, String body) throws IOException {
        return send(out, "200 OK", "Content-Type: application/json\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param status for instance {@code 503 Busy} */
    public static boolean status(OutputStream out, String status, String body) throws IOException {
        return send(out, status, "", body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param headers each ends with a line break; Content-Length is added */
    public static boolean send(OutputStream out, String status, String headers, byte[] body) throws IOException {
        raw(out, "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
        return true;
    }

    public static void raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            boolean more = true;
            while (more) {
                String request = read(in);
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request);
                more = script.answer(request, socket.getOutputStream(), socket);
            }
        } catch (IOException | InterruptedException e) {
            // the client disconnected, or the test is over
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.UTF_8);
        int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
