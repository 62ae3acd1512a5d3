/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An operation of the document. */
record Operation(OpenApi document, JsonNode node) {
    private static final String JSON = "application/json";

    /** The schemas of its parameters by name; {@code in} is {@code query} or {@code header}. */
    Map<String, JsonNode> parameters(String in) {
        Map<String, JsonNode> parameters = new TreeMap<>();
        for (JsonNode each : node.path("parameters")) {
            JsonNode parameter = document.follow(each);
            if (parameter.path("in").asText().equals(in)) {
                parameters.put(parameter.path("name").asText(), document.follow(parameter.path("schema")));
            }
        }
        return parameters;
    }

    JsonNode request() {
        return document.follow(
                node.path("requestBody").path("content").path(JSON).path("schema"));
    }

    Set<String> statuses() {
        return OpenApi.names(node.path("responses"));
    }

    JsonNode answer(String status) {
        return document.follow(node.path("responses").path(status));
    }

    /** The schema of a JSON response with this status. */
    JsonNode schema(String status) {
        return document.follow(content(status).path("schema"));
    }

    /** The example that a mock server returns. */
    JsonNode example(String status) {
        return content(status).path("example");
    }

    /** The error codes documented for a status. */
    Set<String> codes(String status) {
        Set<String> codes = new TreeSet<>();
        for (JsonNode each : content(status).path("examples")) {
            codes.add(code(each.path("value")));
        }
        return codes;
    }

    void assertTells(int status, JsonNode error) {
        Set<String> told = codes(String.valueOf(status));
        assertTrue(told.contains(code(error)), code(error) + " is not told, only " + told);
    }

    /** The code of an error, in any of the vendor's formats. */
    static String code(JsonNode error) {
        JsonNode fault = error.at("/fault/detail/errorcode");
        JsonNode own = error.path("error");
        return fault.isMissingNode() ? own.path("code").asText(own.asText()) : fault.asText();
    }

    /** The required HTTP authentication, such as {@code bearer}; empty for none. */
    String authentication() {
        JsonNode own = node.path("security");
        JsonNode asked = own.isMissingNode() ? document.root().path("security") : own;
        if (asked.isEmpty()) {
            return "";
        }
        String name = asked.get(0).fieldNames().next();
        return document.root()
                .at("/components/securitySchemes/" + name)
                .path("scheme")
                .asText();
    }

    private JsonNode content(String status) {
        return answer(status).path("content").path(JSON);
    }
}
