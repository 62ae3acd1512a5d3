package io.vsatlink.simulator.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What a certificate is to say (RFC 5280), before somebody signs it. Extensions are whole DER elements. */
record CertificateDraft(
        String issuer, String subject, PublicKey key, Instant from, Instant until, List<byte[]> extensions) {
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final BigInteger VERSION_3 = BigInteger.TWO;
    private static final int SERIAL_BITS = 120;

    CertificateDraft {
        extensions = List.copyOf(extensions);
    }

    X509Certificate sign(PrivateKey authority) throws GeneralSecurityException {
        byte[] algorithm = Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(VERSION_3)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0)),
                algorithm,
                name(issuer),
                Der.sequence(Der.time(from), Der.time(until)),
                name(subject),
                key.getEncoded(),
                Der.explicit(3, Der.sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(authority);
        signature.update(content);
        byte[] signed = Der.sequence(content, algorithm, Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text(commonName))));
    }
}
