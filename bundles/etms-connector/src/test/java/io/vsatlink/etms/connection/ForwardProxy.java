/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that forwards requests and records their addresses. */
final class ForwardProxy implements AutoCloseable {
    /** The hop-by-hop headers, which are not forwarded; the client sets its own. */
    private static final Set<String> OF_THE_HOP =
            Set.of("connection", "proxy-connection", "keep-alive", "host", "content-length", "transfer-encoding");

    final List<URI> asked = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    ForwardProxy() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::sendOn);
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private void sendOn(HttpExchange call) throws IOException {
        asked.add(call.getRequestURI());
        HttpRequest.Builder on = HttpRequest.newBuilder(call.getRequestURI())
                .method(
                        call.getRequestMethod(),
                        BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
        call.getRequestHeaders().forEach((name, values) -> {
            if (goesOn(name)) {
                values.forEach(value -> on.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(on.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (goesOn(name)) {
                    call.getResponseHeaders().put(name, values);
                }
            });
            call.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            call.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private static boolean goesOn(String header) {
        return !OF_THE_HOP.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
