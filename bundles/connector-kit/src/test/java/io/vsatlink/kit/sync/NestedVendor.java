/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A vendor whose sites have circuits: within each site, by a call for each site, and by links. */
final class NestedVendor implements AutoCloseable {
    private static final int SITES_A_PAGE = 10;
    private static final int CIRCUITS_A_PAGE = 2;

    final List<String> calls = new CopyOnWriteArrayList<>();
    final Map<String, Integer> failOnce = new ConcurrentHashMap<>();
    final Map<String, Integer> always = new ConcurrentHashMap<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile int sites = 25;
    volatile int withoutNumber = -1;
    /** Whether the circuits of a site come with their number instead of a link to the next. */
    volatile boolean counts;

    /** Likewise, but with the number in the body. */
    volatile boolean countsInBody;

    volatile String siteName = "N%d";
    volatile String member = "circuits";
    volatile String provider = "\"provider\":{\"circuitId\":\"P1\",\"status\":\"Active\"}";
    private final AtomicInteger atOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    NestedVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The circuits of a site: none, one, two or three. */
    static List<String> circuits(int site) {
        return IntStream.range(0, site % 4)
                .mapToObj(i -> "S%02d-C%d".formatted(site, i))
                .toList();
    }

    List<String> allCircuits() {
        return IntStream.range(0, sites)
                .boxed()
                .flatMap(site -> circuits(site).stream())
                .sorted()
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestURI().toString();
        calls.add(call);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            Thread.sleep(2);
            String path = exchange.getRequestURI().getPath();
            Integer status = failOnce.remove(path);
            status = status == null ? always.get(path) : status;
            if (status != null) {
                send(exchange, status, "{\"message\":\"no\"}");
            } else if (path.equals("/sites")) {
                send(exchange, 200, sites(exchange));
            } else if (path.matches("/sites/\\d+/circuits")) {
                send(exchange, 200, circuits(exchange, Integer.parseInt(path.replaceAll("\\D", ""))));
            } else if (path.startsWith("/circuits/")) {
                send(exchange, 200, circuit(path.substring(path.lastIndexOf('/') + 1)));
            } else if (path.equals("/circuits")) {
                send(exchange, 200, links());
            } else {
                send(exchange, 404, "{}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private String sites(HttpExchange exchange) {
        int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*page=(\\d+).*", "$1"));
        String rows = IntStream.range(page * SITES_A_PAGE, Math.min(sites, (page + 1) * SITES_A_PAGE))
                .mapToObj(this::site)
                .collect(Collectors.joining(","));
        return "{\"total\":%d,\"items\":[%s]}".formatted(sites, rows);
    }

    private String site(int site) {
        String list = circuits(site).stream().map(NestedVendor::circuit).collect(Collectors.joining(","));
        return "{\"site\":{\"number\":%s,\"name\":\"%s\"},%s,\"%s\":[%s]}"
                .formatted(
                        site == withoutNumber ? "null" : "" + site,
                        siteName.formatted(site),
                        provider.replace("SITE", "" + site),
                        member,
                        list);
    }

    private static String circuit(String id) {
        return "{\"circuitId\":\"%s\",\"status\":\"Active\",\"beam\":\"B1\"}".formatted(id);
    }

    private String circuits(HttpExchange exchange, int site) {
        String query = exchange.getRequestURI().getQuery();
        int from = query != null && query.contains("from=") ? Integer.parseInt(query.replaceAll(".*from=", "")) : 0;
        List<String> all = circuits(site);
        List<String> part = all.subList(Math.min(from, all.size()), Math.min(from + CIRCUITS_A_PAGE, all.size()));
        int next = from + CIRCUITS_A_PAGE;
        if (counts) {
            exchange.getResponseHeaders().add("X-Total-Count", "" + all.size());
        } else if (!countsInBody && next < all.size()) {
            exchange.getResponseHeaders()
                    .add("Link", "</sites/%d/circuits?from=%d>; rel=\"next\"".formatted(site, next));
        }
        String rows = part.stream().map(NestedVendor::circuit).collect(Collectors.joining(",", "[", "]"));
        return countsInBody ? "{\"total\":%d,\"rows\":%s}".formatted(all.size(), rows) : rows;
    }

    private String links() {
        return Stream.of(allCircuits())
                .flatMap(List::stream)
                .map(id -> "{\"href\":\"http://127.0.0.1:%d/circuits/%s\",\"away\":\"http://127.0.0.2/%s\"}"
                        .formatted(port(), id, id))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
