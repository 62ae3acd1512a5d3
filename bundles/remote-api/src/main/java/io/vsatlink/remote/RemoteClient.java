/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;

/** A client that logs in before it calls. Thread-safe; calls block. */
public interface RemoteClient extends AutoCloseable {

    /** Makes what calls need, half a second's work in a JVM that has made none before, and calls nobody. */
    void prepare() throws VendorException;

    /**
     * Logs in, with exactly one attempt. After {@link Unauthorized}, from here or from any other call, none reaches the
     * vendor until this succeeds.
     */
    void login() throws VendorException;

    /** Ends the calls under way, which then throw {@link Unavailable}; later ones work. */
    void abort();

    /** Ends the calls under way, and allows no more. */
    @Override
    void close();
}
