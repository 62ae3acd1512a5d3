package io.vsatlink.remote;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a raw socket that answers, byte for byte, what a test tells it to. */
final class ScriptedVendor implements AutoCloseable {

    /** Writes the answer to one request; false closes the connection. */
    interface Script {
        boolean answer(String request, OutputStream out, Socket socket) throws IOException, InterruptedException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final String scheme;
    private volatile Script onLogin =
            (request, out, socket) -> json(out, "{\"token\":\"tok-" + logins.incrementAndGet() + "\"}");
    private volatile Script onPage = (request, out, socket) -> json(out, pageOf("{\"circuitId\":\"c1\"}"));

    ScriptedVendor() {
        this(newSocket(), "http");
    }

    ScriptedVendor(ServerSocket server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        start(this::accept);
    }

    private static ServerSocket newSocket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptedVendor login(Script script) {
        onLogin = script;
        return this;
    }

    ScriptedVendor pages(Script script) {
        onPage = script;
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    URI base() {
        return URI.create(scheme + "://localhost:" + port());
    }

    long loginCount() {
        return requests.stream().filter(request -> request.startsWith("POST")).count();
    }

    long pageCount() {
        return requests.stream().filter(request -> request.startsWith("GET")).count();
    }

    static String pageOf(String... items) {
        return "{\"page\":1,\"pageSize\":2,\"totalItems\":7,\"totalPages\":4,\"items\":[" + String.join(",", items)
                + "]}";
    }

    static boolean json(OutputStream out, String body) throws IOException {
        return send(out, "200 OK", "Content-Type: application/json\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    static boolean status(OutputStream out, String status, String body) throws IOException {
        return send(out, status, "", body.getBytes(StandardCharsets.UTF_8));
    }

    static boolean send(OutputStream out, String status, String headers, byte[] body) throws IOException {
        raw(out, "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
        return true;
    }

    static void raw(OutputStream out, String text) throws IOException {
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
                Script script = request.startsWith("POST") ? onLogin : onPage;
                more = script.answer(request, socket.getOutputStream(), socket);
            }
        } catch (IOException | InterruptedException e) {
            // the client went away, or the test is over
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
        Thread thread = new Thread(task, "scripted-vendor");
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
