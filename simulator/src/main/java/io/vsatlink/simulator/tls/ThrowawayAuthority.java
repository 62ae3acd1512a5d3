package io.vsatlink.simulator.tls;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority made at start, and never again the same. Immutable. */
public final class ThrowawayAuthority {
    private static final Duration LIFETIME = Duration.ofDays(60);
    private static final int PEM_COLUMNS = 64;

    private final Instant now;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private ThrowawayAuthority(Instant now, KeyPair keys, X509Certificate certificate) {
        this.now = now;
        this.keys = keys;
        this.certificate = certificate;
    }

    public static ThrowawayAuthority make(Instant now) throws GeneralSecurityException {
        KeyPair keys = newKeys();
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        // a name of its own, else a client that trusts an earlier authority would look for this one's key there
        String name = "VsatLink simulator CA " + HexFormat.of().formatHex(random);
        CertificateDraft draft = new CertificateDraft(
                name, name, keys.getPublic(), now.minus(LIFETIME), now.plus(LIFETIME), Extensions.ofAuthority());
        return new ThrowawayAuthority(now, keys, draft.sign(keys.getPrivate()));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String pem() throws GeneralSecurityException {
        String encoded = Base64.getMimeEncoder(PEM_COLUMNS, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
    }

    /** A socket, not bound yet, that shows such a certificate. */
    public ServerSocket serverSocket(ServerCertificate kind) throws GeneralSecurityException, IOException {
        KeyPair serverKeys = newKeys();
        X509Certificate server = new CertificateDraft(
                        commonName(),
                        kind.host(),
                        serverKeys.getPublic(),
                        kind.from(now),
                        kind.until(now),
                        kind.extensions())
                .sign(keys.getPrivate());
        char[] noPassword = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, noPassword);
        store.setKeyEntry("vendor", serverKeys.getPrivate(), noPassword, new Certificate[] {server, certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, noPassword);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket();
    }

    private String commonName() {
        return certificate.getSubjectX500Principal().getName().substring("CN=".length());
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
