package io.vsatlink.vendor.http;

import java.net.URI;
import java.util.Map;

/**
 * One request.
 *
 * @param body null for none
 */
public record Call(String method, URI uri, Map<String, String> headers, Body body) {

    /** What a request carries. */
    public record Body(String mediaType, String text) {

        public static Body json(String text) {
            return new Body("application/json", text);
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
        headers = Map.copyOf(headers);
    }

    /** Headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
