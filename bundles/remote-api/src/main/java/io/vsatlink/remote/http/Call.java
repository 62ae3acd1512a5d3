/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import io.vsatlink.api.text.SurrogateHalves;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request.
 *
 * @param headers names in any case: of two that differ only in case the last one counts, and a header that every
 *     request has is replaced, not sent twice
 * @param body null if there is none
 * @param keys names and values, encoded, that are added to the query and shown nowhere; empty for none
 */
public record Call(String method, URI uri, Map<String, String> headers, Body body, String keys) {

    static final String CONTENT_TYPE = "Content-Type";

    /** Without secrets in its address. */
    public Call(String method, URI uri, Map<String, String> headers, Body body) {
        this(method, uri, headers, body, "");
    }

    /** The body of a request. */
    public record Body(String mediaType, String text) {

        /** Half a surrogate pair, which UTF-8 has no bytes for, goes out as an escape. */
        public static Body json(String text) {
            return new Body("application/json", SurrogateHalves.escaped(text));
        }

        /** @param text of names and values, encoded */
        public static Body form(String text) {
            return new Body("application/x-www-form-urlencoded", text);
        }

        /** It may hold secrets. */
        @Override
        public String toString() {
            return mediaType;
        }
    }

    public Call {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Accept", "application/json");
        all.put("Accept-Encoding", "gzip");
        if (body != null) {
            all.put(CONTENT_TYPE, body.mediaType());
        }
        all.putAll(headers);
        headers = Collections.unmodifiableMap(all);
    }

    /** Headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
