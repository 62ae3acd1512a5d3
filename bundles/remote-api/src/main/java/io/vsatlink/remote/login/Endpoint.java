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
 * Where a vendor's system is, and the way there.
 *
 * @param base {@code scheme://host} or {@code scheme://host:port}, http or https, and no more
 * @param busAddress {@code ByPassProxy} for no proxy, {@code host:port} for that proxy, empty for the JVM's settings
 * @param trustedCertificates a PEM file of the certificates that are trusted instead of the JVM's; null for the JVM's
 * @param clientKeys what shows who we are in TLS, and signs what we claim; null for none
 * @param plainHttp whether other machines may be called without TLS
 */
public record Endpoint(
        URI base, String busAddress, Path trustedCertificates, ClientKeyStore clientKeys, boolean plainHttp) {

    private static final Pattern HOST_AND_PORT = Pattern.compile("[^\\s:/@]+:\\d{1,5}|\\[[0-9a-fA-F:.]+]:\\d{1,5}");

    /**
     * As settings tell it.
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

    /** Without keys of a client. */
    public Endpoint(URI base, String busAddress, Path trustedCertificates) {
        this(base, busAddress, trustedCertificates, null, false);
    }

    /** Whether a call to a server may leave as it is: without TLS only to this machine, unless the element allows it. */
    public boolean allows(URI server) {
        String host = String.valueOf(server.getHost());
        boolean loopback = host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[::1]");
        return plainHttp || loopback || !"http".equalsIgnoreCase(server.getScheme());
    }

    /** The same with a client key. */
    public Endpoint with(ClientKeyStore keys, boolean plain) {
        return new Endpoint(base, busAddress, trustedCertificates, keys, plain);
    }

    /** @throws IllegalArgumentException with a sentence, where one of them cannot be meant */
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
