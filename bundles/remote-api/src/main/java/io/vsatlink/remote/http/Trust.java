/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import io.vsatlink.remote.file.TrustedCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** The certificates that we trust. There is no way to trust all. */
final class Trust {

    private Trust() {}

    /**
     * @param pem certificates that are trusted instead of the JVM's, or null
     * @param key what shows who we are, or null
     */
    static SSLContext context(Path pem, PrivateKeyEntry key) throws ExchangeException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            // null stands for the JVM's own store
            factory.init(pem == null ? null : store(pem));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key == null ? null : managers(key), new TrustManager[] {new NamingTrust(x509(factory))}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            String what = pem == null ? "the JVM's trusted certificates cannot be read" : "no certificate is trusted";
            throw new ExchangeException(ExchangeException.Kind.LASTING, what + ": " + Breakdown.words(e), e);
        }
    }

    /** The key's password in memory is of no use to anybody: the key is there too. */
    private static KeyManager[] managers(PrivateKeyEntry key) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = {'-'};
        store.setKeyEntry("client", key.getPrivateKey(), password, key.getCertificateChain());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static KeyStore store(Path pem) throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> certificates = new TrustedCertificates().read(pem);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + number++, certificate);
        }
        return store;
    }

    private static X509ExtendedTrustManager x509(TrustManagerFactory factory) throws GeneralSecurityException {
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("the JVM offers no X.509 trust manager");
    }
}
