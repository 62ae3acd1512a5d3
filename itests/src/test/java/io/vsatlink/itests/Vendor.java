/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** The simulator's control endpoint, for tests inside a container, which do not own the process. */
public final class Vendor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI control;
    private final HttpClient client = HttpClient.newHttpClient();

    public Vendor(int port) {
        this.control = URI.create("http://127.0.0.1:" + port + "/control/");
    }

    /** The simulator's current rows by key, in text order. */
    public Map<String, JsonNode> truth(Dataset dataset) throws Exception {
        Map<String, JsonNode> rows = new TreeMap<>();
        String lines = send("GET", "truth/" + path(dataset), BodyPublishers.noBody());
        for (String line : lines.lines().toList()) {
            JsonNode row = JSON.readTree(line);
            rows.put(row.get(dataset.keyColumn().name()).asText(), row);
        }
        return rows;
    }

    public JsonNode calls() throws Exception {
        return JSON.readTree(send("GET", "calls", BodyPublishers.noBody()));
    }

    /** The last thousand calls, oldest first. */
    public JsonNode callLog() throws Exception {
        return JSON.readTree(send("GET", "calls/log", BodyPublishers.noBody()));
    }

    public JsonNode change(Dataset dataset, String json) throws Exception {
        return JSON.readTree(send("POST", "rows/" + path(dataset), BodyPublishers.ofString(json)));
    }

    public void faults(String json) throws Exception {
        send("POST", "faults", BodyPublishers.ofString(json));
    }

    public void clearFaults() throws Exception {
        send("DELETE", "faults", BodyPublishers.noBody());
    }

    /** Changes rows while pages are read, until {@link #endChurn}. */
    public void churn(String json) throws Exception {
        send("POST", "churn", BodyPublishers.ofString(json));
    }

    public void endChurn() throws Exception {
        send("DELETE", "churn", BodyPublishers.noBody());
    }

    /** The dataset's name in the vendor's URLs. */
    public static String path(Dataset dataset) {
        return dataset == Dataset.CONTACT_INFO ? "contact-infos" : dataset.fileStem();
    }

    private String send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(control.resolve(path))
                .method(method, body)
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
