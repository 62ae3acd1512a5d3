/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.net.ProxySelector;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.entity.DeflateInputStreamFactory;
import org.apache.http.client.entity.GZIPInputStreamFactory;
import org.apache.http.client.entity.InputStreamFactory;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.DefaultProxyRoutePlanner;
import org.apache.http.impl.conn.DefaultRoutePlanner;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.impl.conn.SystemDefaultRoutePlanner;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl;

/** Creates the HTTP client, without redirects, automatic retries or automatic authentication. */
final class Clients {

    private static final int CONNECTIONS = 16;

    /** We request gzip; the others are sent by servers that ignore the request. */
    private static final Map<String, InputStreamFactory> DECODERS = Map.of(
            "gzip", GZIPInputStreamFactory.getInstance(),
            "x-gzip", GZIPInputStreamFactory.getInstance(),
            "deflate", DeflateInputStreamFactory.getInstance());

    private Clients() {}

    static PoolingHttpClientConnectionManager connections(SSLContext tls, Timeouts timeouts) {
        var pool = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", new SSLConnectionSocketFactory(tls))
                        .build(),
                new QuietConnections());
        pool.setMaxTotal(CONNECTIONS);
        pool.setDefaultMaxPerRoute(CONNECTIONS);
        // this one also covers the TLS handshake, which the request's own timeouts do not
        pool.setDefaultSocketConfig(SocketConfig.custom()
                .setSoTimeout((int) timeouts.idle().toMillis())
                .setTcpNoDelay(true)
                .build());
        // nothing is repeated here, so a connection that the server has closed must be noticed before it is used
        pool.setValidateAfterInactivity(100);
        return pool;
    }

    static CloseableHttpClient http(Peer peer, PoolingHttpClientConnectionManager connections, Timeouts timeouts) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRequestExecutor(new QueryKeys())
                .setRoutePlanner(route(peer.busAddress()))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout((int) timeouts.connect().toMillis())
                        .setSocketTimeout((int) timeouts.idle().toMillis())
                        .setConnectionRequestTimeout((int) timeouts.idle().toMillis())
                        .setAuthenticationEnabled(false)
                        .setRedirectsEnabled(false)
                        .build())
                .setContentDecoderRegistry(DECODERS)
                .setConnectionTimeToLive(5, TimeUnit.MINUTES)
                .setUserAgent("VsatLink")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    static ResteasyClient resteasy(AbortableEngine engine) {
        try (var loader = new BundleLoader()) {
            return new ResteasyClientBuilderImpl().httpEngine(engine).build();
        }
    }

    private static HttpRoutePlanner route(String busAddress) {
        if (busAddress.isEmpty()) {
            return new SystemDefaultRoutePlanner(ProxySelector.getDefault());
        }
        if (busAddress.equalsIgnoreCase(Peer.NO_PROXY)) {
            return new DefaultRoutePlanner(null);
        }
        return new DefaultProxyRoutePlanner(HttpHost.create(busAddress));
    }
}
