/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import io.vsatlink.remote.file.ClientKeyStore;
import java.net.URI;
import java.nio.file.Path;

/**
 * The other side, and the way there.
 *
 * @param name what to call it in messages
 * @param busAddress {@code ByPassProxy}, {@code host:port} or empty for the JVM's proxy settings
 * @param trustedCertificates a PEM file, or null for the JVM's
 * @param clientKeys what shows who we are, or null for none
 */
public record Peer(String name, URI base, String busAddress, Path trustedCertificates, ClientKeyStore clientKeys) {

    public static final String NO_PROXY = "ByPassProxy";

    /** Without keys of a client. */
    public Peer(String name, URI base, String busAddress, Path trustedCertificates) {
        this(name, base, busAddress, trustedCertificates, null);
    }

    @Override
    public String toString() {
        return name + " at " + base;
    }
}
