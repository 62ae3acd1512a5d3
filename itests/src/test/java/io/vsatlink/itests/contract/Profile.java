/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The built-in vendor profile, read as a JSON file without our reader. */
record Profile(JsonNode root) {
    private static final Path FILE = Path.of(
            "../bundles/satprov-connector/src/main/resources/io/vsatlink/satprov/remote/satellite-provisioning.json");
    /** OpenAPI describes these by other means: media types and security. */
    private static final Set<String> NO_PARAMETERS = Set.of("Accept", "Content-Type", "Authorization");

    static Profile read() throws IOException {
        return new Profile(JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build()
                .readTree(FILE.toFile()));
    }

    /** The headers of every call. */
    Set<String> headers() {
        Set<String> headers = OpenApi.names(root.path("headers"));
        headers.removeAll(NO_PARAMETERS);
        return headers;
    }

    JsonNode login() {
        return root.path("auth");
    }

    JsonNode token() {
        return login().path("token");
    }

    JsonNode errors() {
        return root.path("errors");
    }

    JsonNode paging() {
        return root.path("paging");
    }

    String itemsPointer() {
        return root.path("itemsPointer").asText();
    }

    /** The listings by dataset key. */
    Map<String, Listing> listings() {
        Map<String, Listing> listings = new TreeMap<>();
        root.path("listings")
                .properties()
                .forEach(each -> listings.put(each.getKey(), new Listing(this, each.getValue())));
        return listings;
    }

    /** How a dataset is read. */
    record Listing(Profile profile, JsonNode node) {
        String path() {
            return node.path("path").asText();
        }

        /** The query parameters of a page. */
        Set<String> parameters() {
            Set<String> parameters = OpenApi.names(node.path("query"));
            parameters.add(profile.paging().path("pageParameter").asText());
            parameters.add(profile.paging().path("sizeParameter").asText());
            return parameters;
        }

        /** The key column. */
        String key() {
            return node.path("key").asText();
        }

        Set<String> columns() {
            return OpenApi.names(node.path("columns"));
        }

        /** The place of a column in an item. */
        String pointer(String column) {
            return node.path("columns").path(column).asText();
        }

        Set<String> pointers() {
            Set<String> pointers = new TreeSet<>();
            node.path("columns").forEach(each -> pointers.add(each.asText()));
            return pointers;
        }
    }
}
