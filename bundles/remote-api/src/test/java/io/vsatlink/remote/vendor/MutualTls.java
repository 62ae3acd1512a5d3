/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A socket that lets in who shows one of a few certificates. */
public final class MutualTls {

    private MutualTls() {}

    /**
     * @param server the server's own store
     * @param clients the stores of those who are let in
     */
    public static ServerSocket socket(Path server, Path... clients) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(KeyFiles.open(server), KeyFiles.PASSWORD.toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        for (Path client : clients) {
            known.setCertificateEntry(client.getFileName().toString(), KeyFiles.certificate(client));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket socket = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 9, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(true);
        return socket;
    }
}
