/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import io.vsatlink.simulator.json.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A caller of ETMS that follows the contract unless a test changes that. */
final class EtmsClient {
    static final String DOWN =
            """
                    {"externalId":"%s","category":"Circuit Up/Down","circuitId":"VS910047","summary":"down",\
                    "severity":2}""";
    private static final String CORRELATION = "6fd0c8a1-52f6-4f3c-9f3e-0c1b5a7d2e90";

    private final Bench bench;
    private final Map<String, String> headers = new LinkedHashMap<>();

    EtmsClient(Bench bench) {
        this.bench = bench;
        headers.put("x-apikey", "etms-key");
        headers.put("Route-To", "UAT");
        headers.put("X-Correlation-Id", CORRELATION);
    }

    /** Sets a header; an empty value removes it. */
    EtmsClient with(String header, String value) {
        EtmsClient other = new EtmsClient(bench);
        other.headers.putAll(headers);
        other.headers.put(header, value);
        other.headers.values().removeIf(String::isEmpty);
        return other;
    }

    Bench.Answer login(String username, String password, boolean service) throws Exception {
        String pair = Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + pair).send("POST", "session", "{\"serviceAccount\":" + service + "}");
    }

    /** Returns this client with a session of its own. */
    EtmsClient loggedIn() throws Exception {
        Object token = login("AutoVSATDataMiner", "secret", false).at("accessToken");
        return with("Authorization", "Bearer " + token);
    }

    Bench.Answer send(String method, String path, String body) throws Exception {
        String[] flat = headers.entrySet().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                .toArray(String[]::new);
        return bench.send(method, "/etms/v1/" + path, body, flat);
    }

    Bench.Answer get(String path) throws Exception {
        return send("GET", path, "");
    }

    Bench.Answer create(String externalId) throws Exception {
        return send("POST", "tickets", DOWN.formatted(externalId));
    }

    Bench.Answer patch(Object ticketId, String body) throws Exception {
        return send("PATCH", "tickets/" + ticketId, body);
    }

    Bench.Answer note(Object ticketId, String text, String externalId) throws Exception {
        String body = "{\"type\":\"NOTE\",\"text\":\"" + text + "\",\"externalId\":\"" + externalId + "\"}";
        return send("POST", "tickets/" + ticketId + "/activities", body);
    }

    /** Returns a complete list, read as a client does. */
    List<Object> list(String id, int limit) throws Exception {
        List<Object> tickets = new ArrayList<>();
        for (int offset = 0; ; offset += limit) {
            Bench.Answer part = get("ticket-lists/" + id + "/tickets?offset=" + offset + "&limit=" + limit);
            List<?> some = (List<?>) part.at("tickets");
            if (some.isEmpty()) {
                return tickets;
            }
            tickets.addAll(some);
        }
    }

    /** Returns the lines of the ETMS control endpoint. */
    List<Map<?, ?>> told(String path) throws Exception {
        List<Map<?, ?>> lines = new ArrayList<>();
        for (String line : bench.control("GET", "etms/" + path, "").text().split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add((Map<?, ?>) Json.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return lines;
    }

    static List<Object> values(List<Map<?, ?>> rows, String field) {
        return rows.stream().<Object>map(row -> row.get(field)).toList();
    }

    static Object code(Bench.Answer answer) {
        return ((Map<?, ?>) answer.at("error")).get("code");
    }

    static Object errorCode(Bench.Answer answer) {
        Map<?, ?> fault = (Map<?, ?>) answer.at("fault");
        return ((Map<?, ?>) fault.get("detail")).get("errorcode");
    }
}
