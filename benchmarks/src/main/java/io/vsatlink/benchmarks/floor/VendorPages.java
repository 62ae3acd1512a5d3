/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The pages of the circuits in order. */
final class VendorPages {
    static final int PAGE_SIZE = 250;

    private static final JsonFactory JSON = new JsonFactory();

    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token;

    /** Values are texts or null, in the order of the dataset's columns. */
    record Page(int totalPages, List<String[]> rows) {}

    VendorPages(int port) {
        base = "http://127.0.0.1:" + port + "/api/v1/";
    }

    void login() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "auth/login"))
                .POST(BodyPublishers.ofString("{\"username\":\"vsat\",\"password\":\"secret\"}"))
                .build();
        try (JsonParser json = JSON.createParser(
                client.send(request, BodyHandlers.ofInputStream()).body())) {
            while (token == null) {
                json.nextToken();
                if ("token".equals(json.currentName())) {
                    token = json.nextTextValue();
                }
            }
        }
    }

    /** The bytes of all pages. */
    List<byte[]> allBytes() throws IOException, InterruptedException {
        int count = page(1).totalPages();
        List<byte[]> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            try (InputStream body = body(number)) {
                pages.add(body.readAllBytes());
            }
        }
        return pages;
    }

    private InputStream body(int number) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base + "circuits?page=" + number + "&pageSize=" + PAGE_SIZE))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofInputStream()).body();
    }

    Page page(int number) throws IOException, InterruptedException {
        try (InputStream body = body(number);
                JsonParser json = JSON.createParser(body)) {
            int totalPages = 0;
            List<String[]> rows = new ArrayList<>(PAGE_SIZE);
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("totalPages")) {
                    totalPages = json.getIntValue();
                } else if (value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        rows.add(row(json));
                    }
                }
            }
            return new Page(totalPages, rows);
        }
    }

    private static String[] row(JsonParser json) throws IOException {
        String[] row = new String[Dataset.CIRCUITS.columns().size()];
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int column = Dataset.CIRCUITS.indexOf(json.currentName());
            JsonToken value = json.nextToken();
            if (column >= 0 && value != JsonToken.VALUE_NULL) {
                row[column] = json.getText();
            }
            json.skipChildren();
        }
        return row;
    }
}
