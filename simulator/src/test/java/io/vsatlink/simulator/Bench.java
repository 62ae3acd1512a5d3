/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import io.vsatlink.simulator.json.Json;
import io.vsatlink.testkit.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A running vendor and a client that calls it over a real socket. */
final class Bench implements AutoCloseable {
    static final List<String> PATHS = List.of(
            "circuits",
            "customers",
            "locations",
            "devices",
            "contact-infos",
            "outage-contacts",
            "location-equipments",
            "esp-pirs");

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private final VendorServer server;
    private String token = "";

    Bench(String... options) throws Exception {
        server = VendorServer.start(Options.parse(options), clock, new ServerSocket());
    }

    int port() {
        return server.port();
    }

    /** Returns the bytes that the vendor sends until it closes the connection, as Latin 1. */
    String wire(String pathAndQuery, String... headers) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            String request = "GET /api/v1/" + pathAndQuery + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\n" + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    void faults(String rules) throws Exception {
        Answer answer = control("POST", "faults", rules);
        if (answer.status() != 200) {
            throw new IllegalArgumentException(answer.text());
        }
    }

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        Map<String, List<String>> headers() {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(response.headers().map());
            return headers;
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        Object json() {
            try {
                return Json.read(new ByteArrayInputStream(bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Object at(String field) {
            return ((Map<?, ?>) json()).get(field);
        }

        List<?> items() {
            return (List<?>) at("items");
        }
    }

    Answer send(String method, String target, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
    }

    Answer login(String user, String password) throws Exception {
        Answer answer = send(
                "POST", "/api/v1/auth/login", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
        if (answer.status() == 200) {
            token = (String) answer.at("token");
        }
        return answer;
    }

    /** Calls the API with the token of the last login. */
    Answer get(String pathAndQuery) throws Exception {
        return send("GET", "/api/v1/" + pathAndQuery, "", "Authorization", "Bearer " + token);
    }

    Answer control(String method, String path, String body) throws Exception {
        return send(method, "/control/" + path, body);
    }

    /** Returns all rows, read page by page as a client does. */
    List<Object> pages(String path, int pageSize) throws Exception {
        List<Object> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<?> items =
                    get(path + "?page=" + page + "&pageSize=" + pageSize).items();
            if (items.isEmpty()) {
                return rows;
            }
            rows.addAll(items);
        }
    }

    List<Object> truth(String path) throws Exception {
        List<Object> rows = new ArrayList<>();
        for (String line : control("GET", "truth/" + path, "").text().split("\n", -1)) {
            if (!line.isEmpty()) {
                InputStream bytes = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
                rows.add(Json.read(bytes));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        server.close();
    }
}
