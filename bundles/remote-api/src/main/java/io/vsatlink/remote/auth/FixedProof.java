/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The same for each call: a token or a key.
 *
 * @param headers by name
 * @param parameters of the query, by name
 */
public record FixedProof(Map<String, String> headers, Map<String, String> parameters) implements Proof {
    /** No credentials, for login calls and for sessions identified by a cookie. */
    public static final FixedProof NONE = new FixedProof(Map.of(), Map.of());

    public FixedProof {
        headers = Map.copyOf(headers);
        parameters = Map.copyOf(parameters);
    }

    @Override
    public Map<String, String> headers(String method, String target) {
        return headers;
    }

    @Override
    public String keys() {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Combines both. */
    public FixedProof and(FixedProof other) {
        Map<String, String> allHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        allHeaders.putAll(headers);
        allHeaders.putAll(other.headers);
        Map<String, String> allParameters = new TreeMap<>(parameters);
        allParameters.putAll(other.parameters);
        return new FixedProof(allHeaders, allParameters);
    }

    @Override
    public String toString() {
        return "***";
    }
}
