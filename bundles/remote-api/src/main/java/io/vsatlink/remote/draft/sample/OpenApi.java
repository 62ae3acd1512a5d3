/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An OpenAPI 3 document in JSON: its calls, responses and logins. Immutable. */
public final class OpenApi {
    private final String file;
    private final JsonNode root;

    private OpenApi(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Parses a document.
     *
     * @param file its name, for messages
     * @throws IllegalArgumentException with a sentence if it is not an OpenAPI 3 document
     */
    public static OpenApi of(String file, byte[] bytes) {
        JsonNode root = SavedAnswer.json(file, bytes);
        if (!root.path("openapi").asText().startsWith("3.")
                || !root.path("paths").isObject()) {
            throw new IllegalArgumentException(
                    file + " is not an OpenAPI 3 document in JSON: it needs \"openapi\": \"3.…\" and"
                            + " \"paths\"; convert other forms (YAML, Swagger 2) first");
        }
        return new OpenApi(file, root);
    }

    public String file() {
        return file;
    }

    /** The API's title; empty if it has none. */
    String title() {
        return root.at("/info/title").asText().strip();
    }

    /** The calls that return rows, in document order. */
    List<Operation> listings() {
        List<Operation> listings = new ArrayList<>();
        root.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            JsonNode schema = answer(get);
            if (!schema.isMissingNode()) {
                JsonNode sample = new SchemaSample(this).of(schema);
                Rows.of(sample)
                        .filter(rows -> !isOne(path.getKey()))
                        .ifPresent(rows -> listings.add(new Operation(
                                base() + path.getKey(), parameters(path.getValue(), get), headers(get), sample, rows)));
            }
        });
        return listings;
    }

    private static boolean isOne(String path) {
        return path.endsWith("}");
    }

    /** The schema of a successful response; missing if there is none in JSON. */
    public JsonNode answer(JsonNode operation) {
        for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
            if (each.getKey().startsWith("2")) {
                return json(resolved(each.getValue()));
            }
        }
        return MissingNode.getInstance();
    }

    /** The JSON schema of a request or response; missing if there is none. */
    public JsonNode json(JsonNode holder) {
        for (Map.Entry<String, JsonNode> each : holder.path("content").properties()) {
            if (each.getKey().contains("json") || each.getKey().equals("*/*")) {
                return each.getValue().path("schema");
            }
        }
        return MissingNode.getInstance();
    }

    private List<JsonNode> parameters(JsonNode... holders) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode holder : holders) {
            holder.path("parameters").forEach(each -> parameters.add(resolved(each)));
        }
        return parameters;
    }

    private List<String> headers(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
            if (each.getKey().startsWith("2")) {
                resolved(each.getValue()).path("headers").fieldNames().forEachRemaining(names::add);
            }
        }
        return names;
    }

    /** The path of the first server, which prefixes all paths; may be empty. */
    public String base() {
        String url = root.at("/servers/0/url").asText();
        for (Map.Entry<String, JsonNode> each : root.at("/servers/0/variables").properties()) {
            url = url.replace(
                    "{" + each.getKey() + "}", each.getValue().path("default").asText());
        }
        return pathOf(url).map(path -> path.replaceAll("/+$", "")).orElse("");
    }

    /** The path of a URL; empty if it has none that can be used. */
    public static Optional<String> pathOf(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getPath()).filter(path -> path.startsWith("/"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public JsonNode paths() {
        return root.path("paths");
    }

    public JsonNode securitySchemes() {
        return root.at("/components/securitySchemes");
    }

    /** Follows a reference within the document; returns anything else unchanged. */
    public JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int i = 0; at.path("$ref").isTextual() && i < 10; i++) {
            String reference = at.path("$ref").textValue();
            at = reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
        }
        return at;
    }

    /**
     * A call that returns rows.
     *
     * @param parameters with references resolved
     * @param headers the names of the headers of a successful response
     * @param sample a response in the shape of its schema
     * @param rows of the sample
     */
    public record Operation(String path, List<JsonNode> parameters, List<String> headers, JsonNode sample, Rows rows) {

        /** The fields of a row, from the schema's property names. */
        public Fields fields() {
            return Fields.of(rows.rows());
        }
    }
}
