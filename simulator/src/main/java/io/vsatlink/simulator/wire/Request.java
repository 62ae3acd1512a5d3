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
 * One request, read to its end. Header names know no case; a header that came twice has its values joined by commas.
 * Immutable but for the body, which can be read once.
 */
public record Request(String method, URI target, boolean http11, Map<String, String> headers, InputStream body) {

    public Request {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        headers = Collections.unmodifiableMap(caseless);
    }

    /** Whether the client wants to go on with this connection. */
    public boolean keepsAlive() {
        String wish = headers.getOrDefault("Connection", "").toLowerCase(Locale.ROOT);
        return http11 ? !wish.contains("close") : wish.contains("keep-alive");
    }
}
