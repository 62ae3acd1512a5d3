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
 * RESTEasy's engine, telling each {@link Exchange} the request that carries it: JAX-RS has no way to abort a call.
 *
 * <p>RESTEasy 7 will replace this engine; all that depends on it is in this class and in {@link Answer}.
 */
@SuppressWarnings("removal")
final class AbortableEngine extends ApacheHttpClient43Engine {

    static final String EXCHANGE = Exchange.class.getName();

    AbortableEngine(CloseableHttpClient client) {
        super(client, true);
        // the parser has a buffer of its own, and a second one would hold rows back
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
