/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.http.Peer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The address of a vendor's system, and how to connect to it.
 *
 * @param base {@code scheme://host} or {@code scheme://host:port}, http or https, without path or query
 * @param busAddress {@code ByPassProxy} for no proxy, {@code host:port} for that proxy, empty for the JVM's settings
 * @param trustedCertificates a PEM file with the certificates that are trusted instead of the JVM's; null for the JVM's
 * @param clientKeys the key store of the TLS client, which also signs assertions; null if there is none
 * @param plainHttp whether hosts other than this one may be called without TLS
 */
public record Endpoint(
        URI base, String busAddress, Path trustedCertificates, ClientKeyStore clientKeys, boolean plainHttp) {

    private static final Pattern HOST_AND_PORT = Pattern.compile("[^\\s:/@]+:\\d{1,5}|\\[[0-9a-fA-F:.]+]:\\d{1,5}");

    /**
     * From the settings of an element, without a client key.
     *
     * @param host {@code scheme://host}
     * @param trustedCertificates the path of a PEM file; empty for the JVM's
     */
    public static Endpoint of(String host, long port, String busAddress, String trustedCertificates) {
        return new Endpoint(
                URI.create(host + ":" + port),
                busAddress,
                trustedCertificates.isEmpty() ? null : Path.of(trustedCertificates));
    }

    /** Without a client key. */
    public Endpoint(URI base, String busAddress, Path trustedCertificates) {
        this(base, busAddress, trustedCertificates, null, false);
    }

    /** The same with a client key. */
    public Endpoint with(ClientKeyStore keys, boolean plain) {
        return new Endpoint(base, busAddress, trustedCertificates, keys, plain);
    }

    /** @throws IllegalArgumentException if a component is not valid; the message is a sentence for users */
    public Endpoint {
        Objects.requireNonNull(base, "base");
        busAddress = busAddress == null ? "" : busAddress.strip();
        if (!"http".equalsIgnoreCase(base.getScheme()) && !"https".equalsIgnoreCase(base.getScheme())) {
            throw new IllegalArgumentException("the address must begin with http:// or https://");
        }
        boolean bare = base.getRawPath().isEmpty() || base.getRawPath().equals("/");
        if (base.getHost() == null || base.getRawUserInfo() != null || !bare || base.getRawQuery() != null) {
            throw new IllegalArgumentException("the address must be scheme://host:port only");
        }
        if (!busAddress.isEmpty()
                && !busAddress.equalsIgnoreCase(Peer.NO_PROXY)
                && !HOST_AND_PORT.matcher(busAddress).matches()) {
            throw new IllegalArgumentException(
                    "the bus address must be " + Peer.NO_PROXY + ", host:port or empty, not \"" + busAddress + "\"");
        }
    }
}
