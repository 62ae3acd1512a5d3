/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.remote.draft.sample.OpenApi;
import io.vsatlink.remote.draft.sample.SchemaSample;
import io.vsatlink.remote.draft.text.DraftText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes where error responses have their code and text, according to an OpenAPI document. */
final class ErrorsDraft {
    private static final List<String> CODES = List.of("code", "errorCode", "error_code");
    private static final List<String> MESSAGES =
            List.of("message", "reason", "detail", "description", "error_description", "title");

    private ErrorsDraft() {}

    /** @param api null for none */
    static void write(OpenApi api, DraftText profile) {
        Set<String> codes = new TreeSet<>();
        Set<String> messages = new TreeSet<>();
        if (api != null) {
            api.paths().forEach(path -> path.forEach(operation -> collect(api, operation, codes, messages)));
        }
        ObjectNode errors = JsonNodeFactory.instance.objectNode();
        put(errors, "codePointers", codes);
        put(errors, "messagePointers", messages);
        profile.member(
                "errors",
                errors,
                errors.isEmpty()
                        ? "fill in from an answer with an error: \"codePointers\", \"messagePointers\", \"codes\""
                        : "likely: as the OpenAPI document has it; fill in \"codes\"");
    }

    private static void put(ObjectNode errors, String name, Set<String> pointers) {
        if (!pointers.isEmpty()) {
            ArrayNode list = errors.putArray(name);
            pointers.forEach(list::add);
        }
    }

    private static void collect(OpenApi api, JsonNode operation, Set<String> codes, Set<String> messages) {
        for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
            if (each.getKey().startsWith("4")
                    || each.getKey().startsWith("5")
                    || each.getKey().equals("default")) {
                JsonNode sample = new SchemaSample(api).of(api.json(api.resolved(each.getValue())));
                collect(sample, "", codes, messages);
                collect(sample.path("error"), "/error", codes, messages);
            }
        }
    }

    private static void collect(JsonNode sample, String place, Set<String> codes, Set<String> messages) {
        CODES.stream()
                .filter(name -> sample.path(name).isValueNode())
                .findFirst()
                .ifPresent(name -> codes.add(place + "/" + name));
        MESSAGES.stream()
                .filter(name -> sample.path(name).isValueNode())
                .findFirst()
                .ifPresent(name -> messages.add(place + "/" + name));
    }
}
