/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform's ticketing on a real socket: stores tickets and records the calls. It sends nothing on its own. */
public final class TmfPlatform implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A call, such as {@code POST /troubleTicket}, and its body. */
    public record Call(String what, JsonNode body) {}

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final Map<String, ObjectNode> tickets = new ConcurrentSkipListMap<>();
    public volatile boolean down;
    /** Whether it answers as if the API did not exist. */
    public volatile boolean absent;
    /** The status of the answer to a create, which then has no content; 0 for a regular answer. */
    public volatile int creates;
    /** Its answer to the lookup of a ticket by externalId; null for the regular answer. */
    public volatile String listed;
    /** The pause after each byte of an endless answer, in milliseconds, by the id of the requested ticket. */
    public final Map<String, Integer> endless = new ConcurrentHashMap<>();

    private final AtomicInteger ids = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public TmfPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tmf/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tmf";
    }

    /** Changes a ticket as a user would. */
    public void change(String id, String field, String value) {
        tickets.get(id).put(field, value);
    }

    private void handle(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath().substring("/tmf".length());
        byte[] body = call.getRequestBody().readAllBytes();
        JsonNode json = body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        calls.add(new Call(call.getRequestMethod() + " " + path, json));
        if (down) {
            answer(call, 503, JSON.createObjectNode());
        } else if (absent) {
            answer(call, 404, JSON.createObjectNode());
        } else if (path.equals("/troubleTicket")) {
            tickets(call, json);
        } else {
            ticket(call, path.substring("/troubleTicket/".length()), json);
        }
    }

    private void tickets(HttpExchange call, JsonNode json) throws IOException {
        if (call.getRequestMethod().equals("POST")) {
            String id = "TT-" + ids.incrementAndGet();
            tickets.put(id, ((ObjectNode) json.deepCopy()).put("id", id));
            if (creates > 0) {
                answer(call, creates, JSON.createObjectNode());
            } else {
                answer(call, 201, tickets.get(id));
            }
            return;
        }
        if (listed != null) {
            answer(call, 200, JSON.readTree(listed));
            return;
        }
        String wanted = URLDecoder.decode(
                call.getRequestURI().getRawQuery().replace("externalId=", ""), StandardCharsets.UTF_8);
        ArrayNode found = JSON.createArrayNode();
        tickets.values().stream()
                .filter(ticket -> ticket.path("externalId").asText().equals(wanted))
                .forEach(found::add);
        answer(call, 200, found);
    }

    private void ticket(HttpExchange call, String id, JsonNode json) throws IOException {
        if (endless.containsKey(id)) {
            drip(call, endless.get(id));
            return;
        }
        ObjectNode ticket = tickets.get(id);
        if (ticket != null && call.getRequestMethod().equals("PATCH")) {
            ticket.setAll((ObjectNode) json);
        }
        answer(call, ticket == null ? 404 : 200, ticket == null ? JSON.createObjectNode() : ticket);
    }

    /** Sends a JSON text that begins correctly and never ends. */
    private static void drip(HttpExchange call, int millis) throws IOException {
        byte[] piece = new byte[millis == 0 ? 64 * 1024 : 1];
        Arrays.fill(piece, (byte) 'x');
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, 0);
        try (OutputStream body = call.getResponseBody()) {
            body.write("{\"status\":\"".getBytes(StandardCharsets.UTF_8));
            while (!Thread.currentThread().isInterrupted()) {
                body.write(piece);
                body.flush();
                Thread.sleep(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange call, int status, JsonNode json) throws IOException {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** Returns the bodies of the calls that begin with this text. */
    public List<JsonNode> bodies(String begins) {
        return calls.stream()
                .filter(call -> call.what().startsWith(begins))
                .map(Call::body)
                .toList();
    }

    static JsonNode json(Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
