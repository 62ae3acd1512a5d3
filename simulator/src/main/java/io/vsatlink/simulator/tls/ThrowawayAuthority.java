/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tls;

import java.io.IOException;
import java.net.ServerSocket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority that is created at the start and never reused. Immutable. */
public final class ThrowawayAuthority {
    private static final Duration LIFETIME = Duration.ofDays(60);

    private final Instant now;
    private final HeldCertificate authority;

    private ThrowawayAuthority(Instant now, HeldCertificate authority) {
        this.now = now;
        this.authority = authority;
    }

    public static ThrowawayAuthority make(Instant now) {
        // a random common name; otherwise a client that trusts an earlier authority would look for the key of this one
        // there
        HeldCertificate authority = new HeldCertificate.Builder()
                .organizationalUnit("VsatLink simulator CA")
                .certificateAuthority(0)
                .validityInterval(
                        now.minus(LIFETIME).toEpochMilli(), now.plus(LIFETIME).toEpochMilli())
                .build();
        return new ThrowawayAuthority(now, authority);
    }

    public X509Certificate certificate() {
        return authority.certificate();
    }

    public String pem() {
        return authority.certificatePem();
    }

    /** Creates an unbound socket that presents such a certificate. */
    public ServerSocket serverSocket(ServerCertificate kind) throws IOException {
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(kind.issue(authority, now), authority.certificate())
                .build();
        return certificates.sslContext().getServerSocketFactory().createServerSocket();
    }
}
