/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.KeyFiles;
import io.vsatlink.remote.vendor.OAuthServer;
import io.vsatlink.remote.vendor.Vendor;
import io.vsatlink.testkit.http.RawServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token issued by another server. */
class TokenUrlTest extends AuthFixture {
    private static final String URL = "https://login.vendor.example";

    @TempDir
    static Path folder;

    private final OAuthServer oauth =
            new OAuthServer(heard -> OAuthServer.basic("ops", "s3cret-Pa55").test(heard)
                    && "urn:inventory".equals(heard.form().get("audience")));
    private final Vendor vendor = opened(new Vendor(oauth));

    private static VendorProfile at(String base) {
        return profile("token-url", text -> text.replace(URL, base));
    }

    private Endpoint endpoint() {
        return new Endpoint(vendor.base(), "ByPassProxy", null);
    }

    @Test
    void anotherServerGivesTheTokenAndGetsNoHeaderOfTheVendors() throws VendorException {
        Vendor tokens = opened(new Vendor(oauth));
        assertThat(poll(client(at(tokens.base().toString()), endpoint()), oauth::revokeTokens))
                .isEqualTo(Vendor.CIRCUITS);
        assertThat(tokens.heard()).hasSize(3).allMatch(heard -> heard.path().equals(OAuthServer.TOKEN));
        assertThat(tokens.heard()).noneMatch(heard -> heard.headers().containsKey("X-Gateway-Key"));
        assertThat(vendor.heard())
                .allMatch(heard -> heard.path().equals("/circuits"))
                .allMatch(heard -> heard.header("X-Gateway-Key").equals("planted&secret=1"));
    }

    @Test
    void withoutTlsItMustBeThisMachineUnlessPlainHttpIsAllowed() {
        VendorProfile plain = at("http://login.vendor.invalid");
        assertThat(failure(Rejected.class, () -> poll(client(plain, endpoint()))))
                .hasMessage("the profile sends the login to http://login.vendor.invalid without TLS: use https, or set"
                        + " allowPlainHttp");
        // allowed; the host is just unknown
        assertThat(failure(
                        Unavailable.class, () -> poll(client(plain, endpoint().with(null, true)))))
                .hasMessage("the token server of token-url at http://login.vendor.invalid is unknown to DNS");
    }

    @Test
    void itsCertificateIsJudgedAsTheVendorsIs() throws Exception {
        Path store = new KeyFiles(folder).store("server.p12", "secp256r1");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(KeyFiles.open(store), KeyFiles.PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        ServerSocket socket = tls.getServerSocketFactory().createServerSocket(0, 9, InetAddress.getLoopbackAddress());
        Vendor tokens = opened(new Vendor(socket, "https", oauth));
        VendorProfile profile = at(tokens.base().toString());

        assertThat(failure(Rejected.class, () -> poll(client(profile, endpoint()))))
                .hasMessageStartingWith("no trust in the token server of token-url at https://localhost:");
        assertThat(tokens.heard()).isEmpty();

        Endpoint trusting = new Endpoint(vendor.base(), "ByPassProxy", new KeyFiles(folder).pem(store));
        assertThat(poll(client(profile, trusting))).isEqualTo(Vendor.CIRCUITS);
    }

    @Test
    void theProxyOfTheElementCarriesItsCalls() throws VendorException {
        Vendor proxy = opened(new Vendor(heard -> oauth.apply(new Heard(
                heard.method(), heard.target().replaceFirst("^http://[^/]+", ""), heard.headers(), heard.body()))));
        Endpoint by = new Endpoint(vendor.base(), "127.0.0.1:" + proxy.base().getPort(), null).with(null, true);
        assertThat(poll(client(at("http://login.vendor.invalid"), by))).isEqualTo(Vendor.CIRCUITS);
        assertThat(proxy.heard().get(0).target()).isEqualTo("http://login.vendor.invalid/oauth/token");
    }

    @Test
    void anAbortAndACloseEndItsCalls() throws Exception {
        for (boolean close : new boolean[] {false, true}) {
            CountDownLatch asked = new CountDownLatch(1);
            RawServer silent = opened(RawServer.start((request, out, socket) -> {
                asked.countDown();
                Thread.sleep(60_000);
                return false;
            }));
            VendorClient client = client(at("http://localhost:" + silent.port()), endpoint());
            CompletableFuture<Unavailable> ended =
                    CompletableFuture.supplyAsync(() -> failure(Unavailable.class, () -> poll(client)));
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            long start = System.nanoTime();
            if (close) {
                client.close();
            } else {
                client.abort();
            }
            assertThat(ended.get(5, TimeUnit.SECONDS))
                    .hasMessage("the call to the token server of token-url was stopped");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }
}
