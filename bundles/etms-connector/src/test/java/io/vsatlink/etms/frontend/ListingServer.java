/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A ticket list on a real socket that supports every pagination strategy. */
final class ListingServer implements AutoCloseable {
    private static final int DEFAULT_SIZE = 100;

    final List<URI> calls = new CopyOnWriteArrayList<>();
    volatile int tickets = 450;
    volatile int reported = 450;
    volatile int most = Integer.MAX_VALUE;
    volatile boolean ignoresPosition;
    volatile String nextMember = "next";
    volatile int leftOutOneIn;
    /** How many numbers there are for tickets. */
    volatile int numbers = Integer.MAX_VALUE;

    volatile String instead = "";
    volatile String fields = ",\"status\":\"Open\"";

    /** All requests except that for the first page wait for each other here; null if they do not wait. */
    volatile CyclicBarrier meeting;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    ListingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/etms/v1/session",
                exchange -> answer(exchange, "{\"accessToken\":\"a-token-of-some-length\",\"expiresIn\":600}"));
        server.createContext("/etms/v1/ticket-lists/", this::page);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void page(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestURI());
        Map<String, String> query = query(exchange.getRequestURI());
        int size = Math.min(most, Integer.parseInt(query.getOrDefault("limit", "" + DEFAULT_SIZE)));
        int from = ignoresPosition ? 0 : from(query, size);
        if (meeting != null && from > 0) {
            meet();
        }
        String rows = IntStream.range(from, Math.min(tickets, from + size))
                .filter(i -> leftOutOneIn == 0 || i % leftOutOneIn != 1)
                .mapToObj(i -> "{\"ticketId\":\"T" + i % numbers + "\",\"summary\":\"" + i + "\"" + fields + "}")
                .collect(Collectors.joining(","));
        boolean more = from + size < tickets;
        String address = exchange.getRequestURI().getPath() + "?cursor=" + (from + size)
                + (query.containsKey("limit") ? "&limit=" + size : "");
        if (more) {
            exchange.getResponseHeaders().add("Link", "<" + address + ">; rel=\"next\"");
        }
        String next = "\"cursor\":%s,\"%s\":%s"
                .formatted(more ? from + size : "null", nextMember, more ? "\"" + address + "\"" : "null");
        answer(
                exchange,
                instead.isEmpty()
                        ? "{\"totalCount\":%d,%s,\"tickets\":[%s]}".formatted(reported, next, rows)
                        : instead);
    }

    private void meet() {
        try {
            meeting.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the others were not asked for at the same time", e);
        }
    }

    private static int from(Map<String, String> query, int size) {
        if (query.containsKey("page")) {
            return (Integer.parseInt(query.get("page")) - 1) * size;
        }
        return Integer.parseInt(query.getOrDefault("offset", query.getOrDefault("cursor", "0")));
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String each : String.valueOf(uri.getQuery()).split("&", -1)) {
            String[] parts = each.split("=", 2);
            query.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return query;
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
