/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.recording.CallObserver;

/** A client that logs in before it calls. Thread-safe; calls block. */
public interface RemoteClient extends AutoCloseable {

    /** Creates the transport in advance, without a request. The first one in a JVM takes about half a second. */
    void prepare() throws VendorException;

    /**
     * Logs in, with exactly one attempt. After {@link Unauthorized}, from here or from any other call, no call is sent
     * until this method succeeds.
     */
    void login() throws VendorException;

    /** Has somebody see each call from now on, those of logins too. */
    void observe(CallObserver observer);

    /** Aborts the calls in progress, which then throw {@link Unavailable}; later calls work. */
    void abort();

    /** Aborts the calls in progress, and allows no more. */
    @Override
    void close();
}
