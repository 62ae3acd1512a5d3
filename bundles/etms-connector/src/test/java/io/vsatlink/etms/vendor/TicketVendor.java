/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** Somebody else's ticketing system on a real socket. It does not know who calls it. */
abstract class TicketVendor implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /** @param body as it was sent; empty for none */
    record Request(String method, String path, Map<String, String> query, String mediaType, String body) {
        int number(String parameter, int usual) {
            return Integer.parseInt(query.getOrDefault(parameter, String.valueOf(usual)));
        }

        JsonNode json() {
            return parsed(body);
        }

        /** The values of a form. */
        Map<String, String> form() {
            return pairs(body);
        }

        boolean writes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Answer(int status, String body, Map<String, String> headers) {
        Answer(int status, String body) {
            this(status, body, Map.of());
        }

        Answer(int status, JsonNode body) {
            this(status, body.toString(), Map.of());
        }
    }

    final List<Request> calls = new CopyOnWriteArrayList<>();

    /** The calls that are carried out, but whose connection is closed without a response. */
    volatile Predicate<Request> loses = request -> false;

    /** The calls whose response ends in its middle. */
    volatile Predicate<Request> cuts = request -> false;

    /** Responds in place of the system; null leaves the call to it. */
    volatile Function<Request, Answer> instead = request -> null;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random = new Random(7);
    private final HttpServer server;

    TicketVendor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Carries out one call. For one thread at a time. */
    abstract Answer answer(Request request);

    /** Adds tickets of other users. */
    abstract void open(int tickets);

    /** Removes its oldest ticket for good. */
    abstract void removeFirst();

    /** Has every page of the ticket list report more tickets than there are. */
    volatile int promised;

    List<Request> writes() {
        return calls.stream().filter(Request::writes).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String mediaType = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        Request request = new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                pairs(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                mediaType,
                body);
        calls.add(request);
        Answer answer = instead.apply(request);
        if (answer == null) {
            synchronized (this) {
                answer = answer(request);
            }
        }
        if (!loses.test(request)) {
            byte[] bytes = shuffled(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes, 0, cuts.test(request) ? bytes.length / 2 : bytes.length);
        }
        exchange.close();
    }

    /** The order of members means nothing, and some systems keep none. */
    private String shuffled(String body) {
        return body.isEmpty() ? body : shuffled(parsed(body)).toString();
    }

    private JsonNode shuffled(JsonNode json) {
        if (json.isArray()) {
            ArrayNode list = JSON.createArrayNode();
            json.forEach(each -> list.add(shuffled(each)));
            return list;
        }
        if (!json.isObject()) {
            return json;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(json.properties());
        Collections.shuffle(members, random);
        ObjectNode object = object();
        members.forEach(each -> object.set(each.getKey(), shuffled(each.getValue())));
        return object;
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String each : encoded.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
