/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.raw;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ConnectionTest extends Fixture {

    @Test
    void saysThatTheConnectionWasRefused() throws IOException {
        vendor.close();

        assertThat(failure(Unavailable.class))
                .hasMessageStartingWith(
                        "satellite-provisioning at " + vendor.base() + " refused the connection (correlation ");
    }

    @Test
    void saysThatTheConnectionBroke() {
        vendor.pages((request, out, socket) -> {
            socket.setSoLinger(true, 0);
            socket.close();
            return false;
        });
        failure(Unavailable.class);

        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{\"items\":[{\"a\":");
            Thread.sleep(100);
            socket.setSoLinger(true, 0);
            socket.close();
            return false;
        });
        assertThat(failure(Unavailable.class)).hasMessageContaining("broke");
    }

    @Test
    void endsABodyThatDrips() {
        client = client("ByPassProxy", null, total(600));
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"items\":[");
            while (true) {
                raw(out, " ");
                Thread.sleep(50);
            }
        });
        long start = System.nanoTime();

        assertThat(failure(Unavailable.class)).hasMessageContaining("did not complete its response within 600 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void endsAServerThatOnlyListens() {
        client = client(
                "ByPassProxy",
                null,
                new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(9)));
        vendor.pages((request, out, socket) -> {
            Thread.sleep(5000);
            return false;
        });

        assertThat(failure(Unavailable.class)).hasMessageContaining("sent nothing for 300 ms");
    }

    @Test
    void closeAbortsRunningCalls() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"items\":[");
            asked.countDown();
            Thread.sleep(5000);
            return false;
        });
        CompletableFuture<Unavailable> failure = CompletableFuture.supplyAsync(() -> failure(Unavailable.class));
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();

        assertThat(failure.get(1, TimeUnit.SECONDS)).hasMessageContaining("was stopped");
        assertThat(failure(Unavailable.class)).hasMessageContaining("is closed");
    }

    @Test
    void leavesABigBodyUnreadWhereItIsNotWanted() {
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n{\"items\":[1,");
            Thread.sleep(4000);
            return false;
        });
        long start = System.nanoTime();

        assertThatThrownBy(() -> client.page(CIRCUITS, PageRef.FIRST, 250, (parser, name) -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void neverFollowsARedirect() throws IOException {
        try (ScriptedVendor elsewhere = new ScriptedVendor()) {
            vendor.pages((request, out, socket) -> {
                raw(
                        out,
                        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + elsewhere.port()
                                + "/x?token=tok-1\r\nContent-Length: 0\r\n\r\n");
                return true;
            });

            assertThat(failure(Rejected.class))
                    .hasMessageStartingWith(
                            "HTTP 302 from satellite-provisioning redirects to 127.0.0.1, which is not followed");
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void goesThroughTheProxyThatTheBusAddressNames() throws Exception {
        try (ScriptedVendor proxy = new ScriptedVendor()) {
            client = client("127.0.0.1:" + proxy.port(), null, QUICK);

            assertThat(page().rows()).isEqualTo(1);
            assertThat(proxy.requests.get(0)).startsWith("POST " + vendor.base() + "/login HTTP/1.1");
            assertThat(vendor.requests).isEmpty();
        }
    }

    @Test
    void usesTheProxyOfTheJvmOnlyWhereNoBusAddressSaysOtherwise() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        try (ScriptedVendor proxy = new ScriptedVendor()) {
            ProxySelector.setDefault(
                    ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
            page();
            assertThat(proxy.requests).isEmpty();

            client.close();
            client = client("", null, QUICK);
            page();
            assertThat(proxy.requests).hasSize(2);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void tellsAProxyThatDemandsALoginNoSecret() throws IOException {
        try (ScriptedVendor proxy = new ScriptedVendor()) {
            proxy.pages((request, out, socket) -> status(out, "407 Proxy Authentication Required", "x"));
            Endpoint tls = new Endpoint(URI.create("https://localhost:1"), "127.0.0.1:" + proxy.port(), null);
            client = new VendorClient(PROFILE, tls, CREDENTIALS, QUICK);

            assertThat(failure(Rejected.class))
                    .hasMessageStartingWith("the proxy to satellite-provisioning requires a login (HTTP 407)");
            assertThat(proxy.requests).hasSize(1);
            assertThat(proxy.requests.get(0)).startsWith("CONNECT localhost:1 ").doesNotContain("s3cret");
        }
    }

    @Test
    void closeRacingWithCallsLeadsToNothingButUnavailable() throws Exception {
        for (int i = 0; i < 10; i++) {
            VendorClient racing = client("ByPassProxy", null, QUICK);
            racing.login();
            CompletableFuture<VendorException> end = CompletableFuture.supplyAsync(() -> {
                while (true) {
                    try {
                        racing.page(CIRCUITS, PageRef.FIRST, 250, (parser, name) -> parser.skipChildren());
                    } catch (VendorException e) {
                        return e;
                    }
                }
            });
            Thread.sleep(i);
            racing.close();
            assertThat(end.get(2, TimeUnit.SECONDS)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void namesTheProxyThatRefused() throws IOException {
        ScriptedVendor proxy = new ScriptedVendor();
        proxy.close();
        client = client("127.0.0.1:" + proxy.port(), null, QUICK);

        assertThat(failure(Unavailable.class))
                .hasMessageStartingWith("the proxy 127.0.0.1:" + proxy.port() + " to satellite-provisioning");
    }

    @Test
    void refusesAddressesThatCannotBeMeant() {
        for (String base : new String[] {"ftp://h", "http://u:p@h", "http://h/path", "http://h?x", "h:1"}) {
            assertThatThrownBy(() -> new Endpoint(URI.create(base), "", null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the address must");
        }
        assertThatThrownBy(() -> new Endpoint(URI.create("http://h"), "proxy", null))
                .hasMessageContaining("host:port");
    }

    private static Timeouts total(long millis) {
        return new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(millis));
    }
}
