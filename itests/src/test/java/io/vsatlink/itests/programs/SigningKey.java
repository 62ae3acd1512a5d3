/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A key in a PKCS #12 key store, as keytool makes it. */
public record SigningKey(Path file, String password) {

    /** @param algorithm RSA or EC */
    public static SigningKey make(Path file, String password, String algorithm) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = Stream.concat(
                        Stream.of(tool, "-genkeypair", "-alias", "vsat", "-dname", "CN=vsat", "-storetype", "PKCS12"),
                        Stream.of("-keystore", file.toString(), "-storepass", password, "-keyalg", algorithm))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        return new SigningKey(file, password);
    }

    /** Its public half as a JWK, which the provider is told. */
    JsonNode jwk() throws Exception {
        KeyStore keys = KeyStore.getInstance(file.toFile(), password.toCharArray());
        PublicKey key = keys.getCertificate("vsat").getPublicKey();
        ObjectNode jwk = JsonServer.JSON.createObjectNode().put("kid", "vsat-1").put("use", "sig");
        if (key instanceof RSAPublicKey rsa) {
            jwk.put("kty", "RSA").put("alg", "RS256").put("n", encoded(rsa.getModulus(), 0));
            return jwk.put("e", encoded(rsa.getPublicExponent(), 0));
        }
        ECPublicKey ec = (ECPublicKey) key;
        int length = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
        jwk.put("kty", "EC").put("alg", "ES256").put("crv", "P-256");
        return jwk.put("x", encoded(ec.getW().getAffineX(), length))
                .put("y", encoded(ec.getW().getAffineY(), length));
    }

    /** @param length in bytes; 0 for as few as there are */
    private static String encoded(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int wanted = length == 0 ? (number.bitLength() + 7) / 8 : length;
        byte[] exact = new byte[wanted];
        int from = Math.max(0, bytes.length - wanted);
        System.arraycopy(bytes, from, exact, wanted - (bytes.length - from), bytes.length - from);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(exact);
    }
}
