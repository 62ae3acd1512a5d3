/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.net.URI;
import java.nio.file.Path;

/**
 * The other side, and the way there.
 *
 * @param name what to call it in messages
 * @param busAddress {@code ByPassProxy}, {@code host:port} or empty for the JVM's proxy settings
 * @param trustedCertificates a PEM file, or null for the JVM's
 */
public record Peer(String name, URI base, String busAddress, Path trustedCertificates) {

    public static final String NO_PROXY = "ByPassProxy";

    @Override
    public String toString() {
        return name + " at " + base;
    }
}
