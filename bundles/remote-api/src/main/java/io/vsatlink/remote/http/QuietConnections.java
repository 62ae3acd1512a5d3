/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.conn.HttpConnectionFactory;
import org.apache.http.conn.ManagedHttpClientConnection;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.conn.DefaultManagedHttpClientConnection;

/**
 * Connections that never log their content. Those of HttpClient write every byte to {@code org.apache.http.wire}, so
 * that an operator who sets the root logger to DEBUG would find passwords and tokens in the log.
 */
final class QuietConnections implements HttpConnectionFactory<HttpRoute, ManagedHttpClientConnection> {

    private static final int BUFFER = 16 * 1024;
    private static final MessageConstraints LIMITS = MessageConstraints.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(64 * 1024)
            .build();

    private final AtomicLong counter = new AtomicLong();

    @Override
    public ManagedHttpClientConnection create(HttpRoute route, ConnectionConfig config) {
        String id = "vendor-" + counter.incrementAndGet();
        return new DefaultManagedHttpClientConnection(id, BUFFER, BUFFER, null, null, LIMITS, null, null, null, null);
    }
}
