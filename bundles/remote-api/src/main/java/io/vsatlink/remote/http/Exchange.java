/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.IOException;
import org.apache.http.client.methods.HttpRequestBase;

/** A request in progress, which another thread may end. Thread-safe. */
final class Exchange {

    private HttpRequestBase request;
    private ExchangeException ended;

    /** Sets the HTTP request that {@link #end} aborts. */
    synchronized void carry(HttpRequestBase carried) throws ExchangeException {
        if (ended != null) {
            throw ended;
        }
        request = carried;
    }

    /** Aborts the request. The first reason counts: the failures that follow from it must not hide it. */
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

    /** The reason why the exchange was ended, or else the failure seen. */
    synchronized IOException reason(IOException seen) {
        if (ended == null) {
            return seen;
        }
        return new ExchangeException(ended.kind(), ended.getMessage(), seen);
    }
}
