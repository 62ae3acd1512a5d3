/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program in a process of its own. */
class SimulatorTest {
    @Test
    void saysItIsReadyWritesItsPortAndEndsWithItsParent(@TempDir Path directory) throws Exception {
        Path portFile = directory.resolve("port");
        Process process = start("--circuits", "50", "--port-file", portFile.toString(), "--exit-with-parent");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String ready = out.readLine();
            String port = Files.readString(portFile).trim();
            assertThat(ready).isEqualTo("simulator ready at http://127.0.0.1:" + port);
            assertThat(process.isAlive()).isTrue();

            process.getOutputStream().close();
            assertThat(process.waitFor(20, SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
        } finally {
            process.destroy();
        }
    }

    @Test
    void runsUntilItIsKilledAndSpeaksHttpsIfAsked(@TempDir Path directory) throws Exception {
        Path ca = directory.resolve("ca.pem");
        Process process = start("--circuits", "50", "--tls", "--ca-file", ca.toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("simulator ready at https://localhost:");
            try (InputStream pem = Files.newInputStream(ca)) {
                X509Certificate authority = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(pem);
                assertThat(authority.getBasicConstraints()).isNotNegative();
            }
            process.getOutputStream().close();
            assertThat(process.waitFor(1, SECONDS)).isFalse();
        } finally {
            process.destroy();
        }
    }

    @Test
    void anInvalidCommandLineEndsWithCodeTwoAndOneSentence() throws Exception {
        Process process = start("--circuits", "many");
        assertThat(process.waitFor(20, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .containsExactly("Invalid value for option '--circuits': 'many' is not an int");
    }

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Simulator.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }
}
