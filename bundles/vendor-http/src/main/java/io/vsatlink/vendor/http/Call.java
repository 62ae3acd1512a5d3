package io.vsatlink.vendor.http;

import java.net.URI;
import java.util.Map;

/**
 * One request.
 *
 * @param json the body, or null for none
 */
public record Call(String method, URI uri, Map<String, String> headers, String json) {

    public Call {
        headers = Map.copyOf(headers);
    }

    /** Headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
