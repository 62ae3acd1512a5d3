/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.simulator.Options;
import io.vsatlink.simulator.VendorServer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class TlsTest {
    private final ThrowawayAuthority authority;

    TlsTest() throws Exception {
        authority = ThrowawayAuthority.make(Instant.now());
    }

    @Test
    void aClientThatTrustsTheAuthorityAcceptsTheVendorByNameAndAddress() throws Exception {
        for (String host : List.of("localhost", "127.0.0.1")) {
            assertThat(status(ServerCertificate.GOOD, authority, host)).isEqualTo(404);
        }
    }

    @Test
    void aClientThatTrustsAnotherAuthorityRefusesTheVendor() throws Exception {
        ThrowawayAuthority another = ThrowawayAuthority.make(Instant.now());
        assertThatThrownBy(() -> status(ServerCertificate.GOOD, another, "localhost"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("unable to find valid certification path");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        assertThatThrownBy(() -> status(ServerCertificate.EXPIRED, authority, "localhost"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasRootCauseInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        assertThatThrownBy(() -> status(ServerCertificate.WRONG_HOST, authority, "localhost"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void thePemIsTheAuthoritysCertificate() throws Exception {
        var read = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(authority.pem().getBytes(StandardCharsets.US_ASCII)));
        assertThat(read).isEqualTo(authority.certificate());
        X509Certificate certificate = authority.certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
    }

    private int status(ServerCertificate kind, ThrowawayAuthority trusted, String host) throws Exception {
        Options options = Options.parse("--circuits", "5");
        try (VendorServer server = VendorServer.start(options, Clock.systemUTC(), authority.serverSocket(kind))) {
            URI uri = URI.create("https://" + host + ":" + server.port() + "/");
            return client(trusted)
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static HttpClient client(ThrowawayAuthority trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", trusted.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
