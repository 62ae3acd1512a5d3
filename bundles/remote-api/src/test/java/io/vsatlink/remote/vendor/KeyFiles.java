/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Keys and certificates, made with keytool as an operator would. */
public record KeyFiles(Path folder) {
    public static final String PASSWORD = "planted-secret-store";

    /** A PKCS #12 file with one key. */
    public Path store(String name, String algorithm) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "vsat",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                algorithm.equals("RSA") ? "RSA" : "EC"));
        command.addAll(algorithm.equals("RSA") ? List.of("-keysize", "2048") : List.of("-groupname", algorithm));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        return file;
    }

    public static KeyStore open(Path file) throws Exception {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    public static Certificate certificate(Path store) throws Exception {
        KeyStore keys = open(store);
        return keys.getCertificate(Collections.list(keys.aliases()).get(0));
    }

    /** The certificate as a PEM file. */
    public Path pem(Path store) throws Exception {
        return Files.writeString(
                Path.of(store + ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(certificate(store).getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }
}
