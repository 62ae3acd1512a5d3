/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.resteasy.client.jaxrs.engines.ApacheHttpClient43Engine;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;

/**
 * RESTEasy's engine, which passes the HTTP request to its {@link Exchange}, so that it can be aborted: JAX-RS has no
 * API for it.
 *
 * <p>RESTEasy 7 will replace this engine; only this class and {@link Answer} depend on it.
 */
@SuppressWarnings("removal")
final class AbortableEngine extends ApacheHttpClient43Engine {

    static final String EXCHANGE = Exchange.class.getName();

    AbortableEngine(CloseableHttpClient client) {
        super(client, true);
        // the parser has its own buffer, and a second one would delay rows
        setResponseBufferSize(0);
        setFollowRedirects(false);
    }

    @Override
    protected void loadHttpMethod(ClientInvocation invocation, HttpRequestBase request) throws Exception {
        super.loadHttpMethod(invocation, request);
        Exchange exchange = (Exchange) invocation.getMutableProperties().get(EXCHANGE);
        exchange.carry(request);
    }
}
