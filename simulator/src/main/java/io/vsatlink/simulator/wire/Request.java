/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One complete request. Header names are case-insensitive; the values of a repeated header are joined by commas.
 * Immutable except for the body, which can be read once.
 */
public record Request(String method, URI target, boolean http11, Map<String, String> headers, InputStream body) {

    public Request {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        headers = Collections.unmodifiableMap(caseless);
    }

    /** Returns whether the client wants to keep the connection open. */
    public boolean keepsAlive() {
        String wish = headers.getOrDefault("Connection", "").toLowerCase(Locale.ROOT);
        return http11 ? !wish.contains("close") : wish.contains("keep-alive");
    }
}
