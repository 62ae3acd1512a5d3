/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OpenAPI document of a vendor's API, with references resolved. */
record OpenApi(JsonNode root) {
    static final Path FILE = Path.of("..", "docs", "api", "satellite-provisioning.openapi.json");

    /** The document of ETMS. */
    static final Path ETMS = FILE.resolveSibling("etms.openapi.json");

    static OpenApi read() throws IOException {
        return read(FILE);
    }

    static OpenApi read(Path file) throws IOException {
        return new OpenApi(new ObjectMapper().readTree(file.toFile()));
    }

    Set<String> paths() {
        return names(root.path("paths"));
    }

    /**
     * @param method in lower case
     * @return an empty operation if the document lacks it
     */
    Operation operation(String method, String path) {
        return new Operation(this, root.path("paths").path(path).path(method));
    }

    /** Returns the node, or the target if it is a reference. */
    JsonNode follow(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : follow(root.at(reference.asText().substring(1)));
    }

    /** The schema at a JSON pointer without array indexes, within an object's schema. */
    JsonNode at(JsonNode schema, String pointer) {
        JsonNode place = follow(schema);
        for (String name : pointer.substring(1).split("/", -1)) {
            place = follow(place.path("properties").path(name));
        }
        return place;
    }

    /** The schemas of an object's properties, by name. */
    Map<String, JsonNode> fields(JsonNode schema) {
        Map<String, JsonNode> fields = new TreeMap<>();
        follow(schema)
                .path("properties")
                .properties()
                .forEach(each -> fields.put(each.getKey(), follow(each.getValue())));
        return fields;
    }

    static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
