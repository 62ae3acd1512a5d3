/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code PlainSender <port> <prefix> <count> <parallel>}: creates tickets at ETMS, without protection against a crash.
 */
public final class PlainSender {
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    private PlainSender(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public static void main(String... arguments) throws Exception {
        PlainSender sender = new PlainSender(Integer.parseInt(arguments[0]));
        int count = Integer.parseInt(arguments[2]);
        Stopwatch watch = new Stopwatch();
        String token = sender.login();
        ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[3]));
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String externalId = arguments[1] + i;
            sent.add(threads.submit(() -> {
                sender.create(externalId, token);
                return null;
            }));
        }
        for (Future<?> each : sent) {
            each.get();
        }
        watch.stop();
        threads.shutdown();
    }

    private String login() throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString("AutoVSATDataMiner:secret".getBytes(StandardCharsets.UTF_8));
        String answer = post("/etms/v1/session", "Basic " + basic, "{\"serviceAccount\":false}", 200);
        Matcher token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new IOException("no token");
        }
        return token.group(1);
    }

    private void create(String externalId, String token) throws IOException, InterruptedException {
        String unused = post(
                "/etms/v1/tickets",
                "Bearer " + token,
                """
                {"externalId":"%s","category":"Circuit Up/Down","circuitId":"CIR-1","severity":3,"summary":"down"}"""
                        .formatted(externalId),
                201);
    }

    private String post(String path, String authorization, String body, int expected)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("x-apikey", "etms-key")
                .header("Route-To", "UAT")
                .header("X-Correlation-Id", UUID.randomUUID().toString())
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
