/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.IOException;
import org.apache.http.client.methods.HttpRequestBase;

/** A call on its way, which another thread may end. */
final class Exchange {

    private HttpRequestBase request;
    private ExchangeException ended;

    /** From here on an end closes the request's connection. */
    synchronized void carry(HttpRequestBase carried) throws ExchangeException {
        if (ended != null) {
            throw ended;
        }
        request = carried;
    }

    /** The first reason counts: what follows from closing the connection must not hide it. */
    void end(ExchangeException why) {
        HttpRequestBase carried;
        synchronized (this) {
            if (ended != null) {
                return;
            }
            ended = why;
            carried = request;
        }
        if (carried != null) {
            carried.abort();
        }
    }

    /** Why it was ended, or else what the network said. */
    synchronized IOException reason(IOException seen) {
        if (ended == null) {
            return seen;
        }
        return new ExchangeException(ended.kind(), ended.getMessage(), seen);
    }
}
