/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A call from the connector, and its response. */
record Asked(HttpExchange exchange, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Asked of(HttpExchange exchange) throws IOException {
        return new Asked(exchange, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The method and the path. */
    String what() {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    }

    /** The last part of the path. */
    String last() {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The header; empty if it is missing. */
    String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    boolean isBasic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization").equals("Basic " + Base64.getEncoder().encodeToString(both));
    }

    JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    /** The query parameters, the only ones that the servers of these tests accept. */
    Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String each : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] both = each.split("=", 2);
            query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    int number(String parameter) {
        return Integer.parseInt(query().get(parameter));
    }

    void answer(int status, JsonNode json) throws IOException {
        answer(status, "application/json", json.toString());
    }

    void answerPage(int status, String title) throws IOException {
        answer(status, "text/html", "<!DOCTYPE html><html><title>" + title + "</title><h1>Sorry!</h1></html>");
    }

    void answerHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    private void answer(int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
