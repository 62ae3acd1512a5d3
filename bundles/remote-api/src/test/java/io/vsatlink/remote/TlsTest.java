/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.login.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest extends Fixture {

    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path dir;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate("good", "CN=localhost", "dns:localhost", "-1d");
        certificate("other", "CN=other.example", "dns:other.example", "-1d");
        certificate("old", "CN=localhost", "dns:localhost", "-100d");
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        serve("good");
        client = client("ByPassProxy", null, QUICK);

        assertThat(failure(Rejected.class))
                .hasMessageContaining("the certificate of CN=localhost (issued by CN=localhost, valid until ");
        assertThat(vendor.requests).isEmpty();
    }

    @Test
    void acceptsItWhereTheFileVouches() throws Exception {
        serve("good");
        client = client("ByPassProxy", pem("good"), QUICK);

        assertThat(page().rows()).isEqualTo(1);
    }

    @Test
    void refusesAnotherHostsCertificateThoughItIsTrusted() throws Exception {
        serve("other");
        client = client("ByPassProxy", pem("other"), QUICK);

        assertThat(failure(Rejected.class)).hasMessageContaining("localhost").hasMessageContaining("other.example");
        assertThat(vendor.requests).isEmpty();
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        serve("old");
        client = client("ByPassProxy", pem("old"), QUICK);

        assertThat(failure(Rejected.class)).hasMessageContaining("CN=localhost").hasMessageContaining("NotAfter");
    }

    /** A user who may set the path must not learn which files exist. */
    @Test
    void saysTheSameOfEachFileWithoutCertificates() throws Exception {
        Path empty = Files.writeString(dir.resolve("empty.pem"), "");
        Path garbage = Files.writeString(dir.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nx\n");
        for (Path file : List.of(empty, garbage, dir.resolve("missing.pem"), dir, Path.of("/dev/zero"))) {
            client = client("ByPassProxy", file, QUICK);
            assertThat(failure(Rejected.class))
                    .hasMessageStartingWith(
                            "no certificate is trusted: " + file + " is not a readable PEM file with certificates");
        }
    }

    @Test
    void endsABodyThatDripsUnderTlsToo() throws Exception {
        serve("good");
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"items\":[");
            while (true) {
                raw(out, " ");
                Thread.sleep(50);
            }
        });
        client = client(
                "ByPassProxy",
                pem("good"),
                new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(800)));
        long start = System.nanoTime();

        assertThat(failure(Unavailable.class)).hasMessageContaining("within 800 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void saysThatThereIsNoTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> refuseInPlainHttp(plain));
            Endpoint endpoint = new Endpoint(URI.create("https://localhost:" + plain.getLocalPort()), "", null);
            client = new VendorClient(PROFILE, endpoint, CREDENTIALS, QUICK);

            assertThat(failure(Rejected.class)).hasMessageStartingWith("no TLS connection to satellite-provisioning");
            served.get(5, TimeUnit.SECONDS);
        }
    }

    private static void refuseInPlainHttp(ServerSocket server) {
        try (Socket socket = server.accept()) {
            raw(socket.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the client closed the connection, as it should
        }
    }

    private void serve(String name) throws GeneralSecurityException, IOException {
        vendor.close();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(dir.resolve(name + ".p12"))) {
            keys.load(in, STORE_PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, STORE_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        vendor = new ScriptedVendor(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), "https");
    }

    private static Path pem(String name) {
        return dir.resolve(name + ".pem");
    }

    private static void certificate(String name, String subject, String san, String start) throws Exception {
        String store = dir.resolve(name + ".p12").toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                subject,
                "-ext",
                "san=" + san,
                "-startdate",
                start,
                "-validity",
                "30",
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-file",
                pem(name).toString(),
                "-keystore",
                store,
                "-storepass",
                "changeit");
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
