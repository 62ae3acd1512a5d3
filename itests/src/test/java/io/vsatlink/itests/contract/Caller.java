/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** An API client without code of the product. */
record Caller(URI base, HttpClient client) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Caller(URI base) {
        this(base, HttpClient.newHttpClient());
    }

    HttpResponse<String> login(String username, String password) throws IOException, InterruptedException {
        String body = JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
        return client.send(
                HttpRequest.newBuilder(base.resolve("/api/v1/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The token for the simulator's account. */
    String token() throws IOException, InterruptedException {
        return json(login("vsat", "secret")).path("token").asText();
    }

    HttpResponse<String> get(String target, Optional<String> token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
