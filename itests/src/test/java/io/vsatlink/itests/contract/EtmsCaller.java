/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** An ETMS client without code of the product, with the simulator's account, key and route. */
record EtmsCaller(URI base, HttpClient client, Map<String, String> headers) {

    EtmsCaller(URI base) {
        this(
                base,
                HttpClient.newHttpClient(),
                Map.of(
                        "x-apikey", "etms-key",
                        "Route-To", "UAT",
                        "X-Correlation-Id", "6fd0c8a1-52f6-4f3c-9f3e-0c1b5a7d2e90"));
    }

    /** An empty value removes the header. */
    EtmsCaller with(String header, String value) {
        Map<String, String> others = new TreeMap<>(headers);
        others.put(header, value);
        others.values().removeIf(String::isEmpty);
        return new EtmsCaller(base, client, others);
    }

    HttpResponse<String> open(String password, boolean serviceAccount) throws IOException, InterruptedException {
        String pair = "AutoVSATDataMiner:" + password;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + basic)
                .send("POST", "session", "{\"serviceAccount\":" + serviceAccount + "}");
    }

    /** The same client with its own session. */
    EtmsCaller loggedIn() throws IOException, InterruptedException {
        String token = Caller.json(open("secret", false)).path("accessToken").asText();
        return with("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /** @param body JSON; empty for none */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/etms/v1/" + path)).method(method, publisher);
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
