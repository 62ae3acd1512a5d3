/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.IOException;
import java.net.URI;
import org.apache.http.Header;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/**
 * Adds a key to the query at the last moment: HttpClient logs each request line at DEBUG before it comes here. Until then
 * the key is in a header that does not go out.
 */
final class QueryKeys extends HttpRequestExecutor {
    static final String HEADER = "X-VsatLink-Query";

    @Override
    public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        Header key = request.getFirstHeader(HEADER);
        if (key != null && request instanceof HttpRequestWrapper wrapper) {
            wrapper.removeHeaders(HEADER);
            String uri = wrapper.getURI().toString();
            wrapper.setURI(URI.create(uri + (uri.contains("?") ? "&" : "?") + key.getValue()));
        }
        return super.execute(request, connection, context);
    }
}
