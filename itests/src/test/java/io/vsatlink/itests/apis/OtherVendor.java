/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on loopback that lists rows in its own format. */
abstract class OtherVendor implements AutoCloseable {
    static final String USER = "ops";
    static final String PASSWORD = "s3cret-Pa55";
    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Dataset, List<JsonNode>> rows;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    /** @param rows in the format and order of the built-in profile's vendor */
    OtherVendor(Map<Dataset, List<JsonNode>> rows) throws IOException {
        this.rows = rows;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(Asked.of(exchange));
        }
    }

    abstract void answer(Asked asked) throws IOException;

    /** The profile's file, next to this class. */
    abstract String profile();

    /** The precision of its times. */
    ChronoUnit precision() {
        return ChronoUnit.NANOS;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The dataset for a path with hyphens. */
    static Dataset dataset(String path) {
        return List.of(Dataset.values()).stream()
                .filter(each -> Vendor.path(each).equals(path))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> rows(Dataset dataset) {
        return rows.get(dataset);
    }

    List<JsonNode> rows(Dataset dataset, long from, int count) {
        return rows.get(dataset).stream().skip(from).limit(count).toList();
    }

    static ColumnType type(Dataset dataset, String field) {
        return dataset.columns().stream()
                .filter(column -> column.name().equals(field))
                .map(Column::type)
                .findFirst()
                .orElse(ColumnType.OBJECTS);
    }

    static boolean isColumn(Dataset dataset, String field) {
        return dataset.columns().stream().anyMatch(column -> column.name().equals(field));
    }

    /** How a vendor names a field and writes its value. */
    interface Speech {
        void tell(ObjectNode into, String field, JsonNode value);
    }

    /** Converts the row's columns to the vendor's format; fields without a column stay as they are. */
    static ObjectNode told(Dataset dataset, JsonNode row, Speech speech) {
        ObjectNode told = JSON.createObjectNode();
        row.properties().forEach(each -> {
            if (isColumn(dataset, each.getKey())) {
                speech.tell(told, each.getKey(), each.getValue());
            } else {
                told.set(each.getKey(), each.getValue());
            }
        });
        return told;
    }

    static OffsetDateTime time(JsonNode value) {
        return OffsetDateTime.parse(value.asText());
    }

    /** {@code vCircuitId} becomes {@code v_circuit_id}. */
    static String snake(String field) {
        return field.chars()
                .mapToObj(c -> Character.isUpperCase(c) ? "_" + (char) Character.toLowerCase(c) : "" + (char) c)
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
