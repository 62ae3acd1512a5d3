/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.testkit.karaf.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** json-server: a REST API over one file, with anything in it. */
record JsonServer(NodeProgram program, HttpClient client) implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param folder where its file is kept
     * @param content the lists that it serves, by the names of their paths
     * @param more options of its command line
     */
    static JsonServer start(Path folder, JsonNode content, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("db.json"), content.toString());
        List<String> arguments = new ArrayList<>(
                List.of(file.toString(), "--host", "127.0.0.1", "--port", String.valueOf(FreePorts.next())));
        arguments.addAll(List.of(more));
        NodeProgram program =
                NodeProgram.start("vendors", Path.of("node_modules/json-server/lib/cli/bin.js"), arguments);
        return new JsonServer(program, HttpClient.newHttpClient());
    }

    URI base() {
        return program.base();
    }

    /** What it has now. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /** @param body JSON, or empty for none */
    JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        program.close();
    }
}
