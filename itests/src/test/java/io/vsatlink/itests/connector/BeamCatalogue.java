/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A catalogue server on a real socket, with 3 satellites and the number of beams that the test chooses. */
final class BeamCatalogue implements AutoCloseable {
    final AtomicInteger logins = new AtomicInteger();
    volatile int beams = 65;
    volatile String password = "right";
    private final HttpServer server;

    BeamCatalogue() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/login", this::login);
        server.createContext(
                "/satellites",
                exchange ->
                        list(exchange, 3, i -> "{\"id\":\"S%d\",\"name\":\"Sat %d\",\"position\":{\"longitude\":%d.5}}"
                                .formatted(i, i, i)));
        server.createContext(
                "/beams",
                exchange -> list(exchange, beams, i -> "{\"id\":\"B%d\",\"satellite\":\"S%d\",\"band\":\"%s\"}"
                        .formatted(i, i % 3, i % 2 == 0 ? "Ku" : "Ka")));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void login(HttpExchange exchange) throws IOException {
        logins.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean good = body.contains("\"secret\":\"" + password + "\"");
        answer(exchange, good ? 200 : 401, good ? "{\"token\":\"a-token\"}" : "{\"error\":\"no such user\"}");
    }

    private static void list(HttpExchange exchange, int rows, IntFunction<String> row) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int from = number(query, "from");
        String part = IntStream.range(from, Math.min(rows, from + number(query, "count")))
                .mapToObj(row)
                .collect(Collectors.joining(","));
        answer(exchange, 200, "{\"total\":%d,\"rows\":[%s]}".formatted(rows, part));
    }

    private static int number(String query, String name) {
        for (String each : query.split("&", -1)) {
            if (each.startsWith(name + "=")) {
                return Integer.parseInt(each.substring(name.length() + 1));
            }
        }
        return 0;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
