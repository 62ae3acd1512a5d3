/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Verifies an assertion as RFC 7523, section 3, requires of a server; each can be used once. */
public final class AssertionJudge {
    private final Certificate certificate;
    private final String issuer;
    private final String subject;
    private final String audience;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Why the last one was refused. */
    public volatile String why = "";

    public volatile JsonNode header;

    public AssertionJudge(Certificate certificate, String issuer, String subject, String audience) {
        this.certificate = certificate;
        this.issuer = issuer;
        this.subject = subject;
        this.audience = audience;
    }

    public boolean accepts(String assertion) {
        try {
            why = judged(String.valueOf(assertion));
        } catch (Exception e) {
            why = e.toString();
        }
        return why.isEmpty();
    }

    private String judged(String assertion) throws Exception {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return "not three parts";
        }
        header = json(parts[0]);
        JsonNode claims = json(parts[1]);
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        if (!verified(
                header.path("alg").asText(), signed, Base64.getUrlDecoder().decode(parts[2]))) {
            return "signature";
        }
        long now = Instant.now().getEpochSecond();
        long left = claims.path("exp").asLong() - now;
        if (left <= 0 || left > 300) {
            return "exp in " + left + " s";
        }
        if (claims.path("iat").asLong() > now) {
            return "iat";
        }
        if (!claims.path("iss").asText().equals(issuer)) {
            return "iss " + claims.path("iss");
        }
        if (!claims.path("sub").asText().equals(subject)) {
            return "sub " + claims.path("sub");
        }
        if (!claims.path("aud").asText().equals(audience)) {
            return "aud " + claims.path("aud");
        }
        String thumbprint = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        if (!header.path("x5t#S256").asText().equals(thumbprint)) {
            return "x5t#S256";
        }
        return seen.add(claims.path("jti").asText()) ? "" : "replayed";
    }

    private boolean verified(String algorithm, byte[] signed, byte[] signature) throws Exception {
        PublicKey key = certificate.getPublicKey();
        boolean rsa = key.getAlgorithm().equals("RSA");
        if (!algorithm.equals(rsa ? "RS256" : "ES256")) {
            return false;
        }
        Signature verifier = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        verifier.initVerify(key);
        verifier.update(signed);
        return verifier.verify(signature);
    }

    private static JsonNode json(String part) throws Exception {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
