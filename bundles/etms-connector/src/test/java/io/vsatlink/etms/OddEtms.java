/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An ETMS that implements the part of the contract that the tests need and accepts any external id twice. A test may make it
 * answer differently, before or after it performs the requested operation.
 */
public final class OddEtms implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/etms/v1/";

    /** Replaces the regular answer to some calls; {@code null} means the regular answer. */
    public interface Oddity {
        /** @param call such as {@code POST tickets} or {@code GET tickets/ETM1/activities?offset=20} */
        Answer to(String call, JsonNode body);
    }

    /** @param status 0 for a connection that is closed without an answer */
    public record Answer(int status, String body) {}

    public final Map<String, ObjectNode> tickets = new ConcurrentSkipListMap<>();
    public final Map<String, ArrayNode> logs = new ConcurrentSkipListMap<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public volatile Oddity before = (call, body) -> null;
    public volatile Oddity after = (call, body) -> null;
    private final AtomicInteger ids = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public OddEtms() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT, this::handle);
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The number of calls that begin with this text. */
    public long count(String call) {
        return calls.stream().filter(each -> each.startsWith(call)).count();
    }

    public ObjectNode open(String externalId) {
        return open(JSON.createObjectNode().put("externalId", externalId).put("status", "Open"));
    }

    private ObjectNode open(ObjectNode ticket) {
        String id = "ETM" + ids.incrementAndGet();
        ticket.put("ticketId", id);
        logs.put(id, JSON.createArrayNode());
        tickets.put(id, ticket);
        return ticket;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().substring(ROOT.length());
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null && query.startsWith("offset=")) {
            call += "?" + query;
        }
        byte[] sent = exchange.getRequestBody().readAllBytes();
        JsonNode body = sent.length == 0 ? null : JSON.readTree(sent);
        calls.add(call);
        Answer answer = before.to(call, body);
        if (answer == null) {
            Answer usual = usual(call, body, exchange);
            Answer odd = after.to(call, body);
            answer = odd == null ? usual : odd;
        }
        if (answer.status() > 0) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Answer usual(String call, JsonNode body, HttpExchange exchange) {
        List<String> words = List.of(call.split("[ /]", -1));
        if (call.equals("POST session")) {
            return new Answer(200, "{\"accessToken\":\"odd-token-1\",\"expiresIn\":1800}");
        }
        if (call.equals("POST tickets")) {
            return new Answer(201, open((ObjectNode) body).put("status", "Open").toString());
        }
        if (call.equals("GET tickets")) {
            String query = exchange.getRequestURI().getRawQuery();
            return found(URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        ObjectNode ticket = tickets.get(words.get(2));
        if (ticket == null) {
            return new Answer(404, "{\"error\":{\"code\":\"TICKET_NOT_FOUND\"}}");
        }
        if (words.size() == 3) {
            if (body != null) {
                ticket.setAll((ObjectNode) body);
            }
            return new Answer(200, ticket.toString());
        }
        ArrayNode log = logs.get(words.get(2));
        if (body != null) {
            log.add(((ObjectNode) body).put("activityId", words.get(2) + "-" + (log.size() + 1)));
            return new Answer(201, body.toString());
        }
        return new Answer(200, JSON.createObjectNode().set("activities", log).toString());
    }

    private Answer found(String externalId) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("tickets");
        tickets.values().stream()
                .filter(ticket -> ticket.path("externalId").asText().equals(externalId))
                .forEach(found::add);
        return new Answer(200, answer.put("totalCount", found.size()).toString());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
