/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;

/**
 * What each page of a listing is asked for by, beside what names the page. Texts may have placeholders.
 *
 * @param headers beside those of every call
 * @param body the JSON that it carries; null for none
 * @param form the form that it carries instead; empty for none
 */
public record ListingRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        JsonNode body,
        Map<String, String> form) {

    public ListingRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        query = Ordered.copy(query);
        headers = Ordered.copy(headers);
        form = Ordered.copy(form);
    }

    /** A GET. */
    public ListingRequest(String path, Map<String, String> query) {
        this("GET", path, query, Map.of(), null, Map.of());
    }
}
