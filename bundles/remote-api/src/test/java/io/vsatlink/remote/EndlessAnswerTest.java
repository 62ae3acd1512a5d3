/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.testkit.http.RawServer.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever part of a response never ends, one of our limits ends the call, and the next call works. */
@Timeout(30)
class EndlessAnswerTest extends Fixture {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(1500));
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    /** @param piece sent again and again after the start */
    private record Endless(String name, String start, String piece, boolean drips) {
        @Override
        public String toString() {
            return name;
        }

        boolean send(OutputStream out) throws IOException, InterruptedException {
            raw(out, start);
            byte[] more = (drips ? piece : piece.repeat(2000)).getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                out.write(more);
                out.flush();
                if (drips) {
                    Thread.sleep(50);
                }
            }
        }
    }

    static Stream<Endless> all() {
        String chunked = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                new Endless("a status line that drips", "HTTP/1.1 200 O", "K", true),
                new Endless("a status line", "HTTP/1.1 200 O", "K", false),
                new Endless("a header that drips", HEAD + "X: ", "x", true),
                new Endless("a header", HEAD + "X: ", "x", false),
                new Endless("headers", HEAD, "X: x\r\n", false),
                new Endless("headers that drip", HEAD, "X: x\r\n", true),
                new Endless("answers that announce an answer", "", "HTTP/1.1 100 Continue\r\n\r\n", false),
                new Endless("the extension of a chunk", chunked + "1;", "x", false),
                new Endless("chunks of one blank", chunked, "1\r\n \r\n", false),
                new Endless("chunks that drip", chunked, "1\r\n \r\n", true),
                new Endless("a trailer", chunked + "0\r\n", "X: x\r\n", false),
                new Endless("a body of blanks", HEAD + "\r\n", " ", false),
                new Endless("a body that drips", HEAD + "\r\n", " ", true),
                new Endless("the rows", HEAD + "\r\n{\"items\":[{}", ",{}", false),
                new Endless("the body of a refusal", "HTTP/1.1 503 Busy\r\n\r\n", "x", false),
                new Endless("the body of a refusal that drips", "HTTP/1.1 503 Busy\r\n\r\n", "x", true),
                new Endless(
                        "the name of a file in gzip",
                        HEAD + "Content-Encoding: gzip\r\n\r\n\u001f\u008b\u0008\u0008\0\0\0\0\0\0",
                        "x",
                        false),
                new Endless(
                        "empty blocks of deflate",
                        HEAD + "Content-Encoding: deflate\r\n\r\n",
                        "\0\0\0\u00ff\u00ff",
                        false));
    }

    private void impatient() {
        client.close();
        client = client("ByPassProxy", null, SHORT);
    }

    @ParameterizedTest
    @MethodSource("all")
    void ofAPageEnds(Endless endless) throws VendorException {
        impatient();
        client.login();
        endsAndIsOver(endless);
    }

    @ParameterizedTest
    @MethodSource("all")
    void ofALoginEnds(Endless endless) throws VendorException {
        impatient();
        vendor.login((request, out, socket) -> endless.send(out));
        ends();
        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-1\"}"));
        client.login();
    }

    private void endsAndIsOver(Endless endless) throws VendorException {
        Script good = (request, out, socket) -> json(out, pageOf());
        vendor.pages((request, out, socket) -> endless.send(out));
        ends();
        vendor.pages(good);
        assertThat(page().rows()).isZero();
    }

    private VendorException ends() {
        long start = System.nanoTime();
        VendorException failure = failure(VendorException.class);
        assertThat(failure).isNotInstanceOf(Unauthorized.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        return failure;
    }

    @Test
    void aHeadBeyondOurLimitsIsNamed() throws VendorException {
        client.login();
        for (String piece : new String[] {"X: x\r\n", "x"}) {
            vendor.pages((request, out, socket) -> new Endless("", HEAD, piece, false).send(out));
            assertThat(failure(Protocol.class))
                    .hasMessageStartingWith("the header of a response from satellite-provisioning exceeds our limits");
        }
    }

    @Test
    void aProxyThatDripsEndsToo() throws Exception {
        try (ScriptedVendor proxy = new ScriptedVendor()) {
            proxy.pages((request, out, socket) -> new Endless("", HEAD + "X: ", "x", true).send(out));
            client.close();
            client = new VendorClient(
                    PROFILE,
                    new Endpoint(URI.create("https://localhost:1"), "127.0.0.1:" + proxy.port(), null),
                    CREDENTIALS,
                    SHORT);
            ends();
        }
    }

    @Test
    void aHandshakeThatDripsEndsToo() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread drips = new Thread(() -> drip(server));
            drips.setDaemon(true);
            drips.start();
            client.close();
            client = new VendorClient(
                    PROFILE,
                    new Endpoint(URI.create("https://localhost:" + server.getLocalPort()), "ByPassProxy", null),
                    CREDENTIALS,
                    SHORT);
            assertThat(ends()).isInstanceOf(Unavailable.class);
        }
    }

    /** Sends the start of a TLS record, and then one byte at a time. */
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            byte[] record = new byte[5000];
            Arrays.fill(record, (byte) 2);
            System.arraycopy(new byte[] {22, 3, 3, 0x3f, 0}, 0, record, 0, 5);
            for (byte each : record) {
                socket.getOutputStream().write(each);
                Thread.sleep(30);
            }
        } catch (IOException | InterruptedException e) {
            // the client closed the connection, as it should
        }
    }
}
