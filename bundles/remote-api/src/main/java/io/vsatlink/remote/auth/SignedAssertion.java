/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A signed JWT assertion (RFC 7515, 7519, 7523), with RS256 or ES256 depending on the key.
 *
 * @param audience the intended recipient
 * @param keyId null for none
 */
public record SignedAssertion(String issuer, String subject, String audience, String keyId) {
    /** A vendor's clock may be some minutes off, and some vendors refuse lifetimes of more than five minutes. */
    private static final Duration LIFE = Duration.ofMinutes(4);

    /** @throws GeneralSecurityException if the key can't sign it */
    public String signed(PrivateKeyEntry key, Instant now) throws GeneralSecurityException {
        boolean elliptic = key.getPrivateKey() instanceof ECKey;
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", elliptic ? "ES256" : "RS256");
        header.put("typ", "JWT");
        if (keyId != null) {
            header.put("kid", keyId);
        }
        header.put("x5t#S256", thumbprint(key.getCertificate()));
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        String text = encoded(bytes(header.toString())) + "." + encoded(bytes(claims.toString()));
        return text + "." + encoded(signature(key.getPrivateKey(), elliptic, bytes(text)));
    }

    private static byte[] signature(PrivateKey key, boolean elliptic, byte[] text) throws GeneralSecurityException {
        boolean p256 =
                elliptic && ((ECKey) key).getParams().getCurve().getField().getFieldSize() == 256;
        if (!p256 && !key.getAlgorithm().equals("RSA")) {
            throw new InvalidKeyException("the key must be RSA or of the curve P-256, and is " + key.getAlgorithm());
        }
        Signature signature = Signature.getInstance(elliptic ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    private static String thumbprint(Certificate certificate) throws GeneralSecurityException {
        return encoded(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
