/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.login.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LoginTest extends Fixture {

    private static final String EXPIRED = "{\"error\":\"token_expired\",\"message\":\"bye\"}";

    @Test
    void readsTheSamePageAgainAfterOneLoginWhereTheTokenHadExpired() throws VendorException {
        vendor.pages((request, out, socket) -> request.contains("tok-1")
                ? status(out, "401 Unauthorized", EXPIRED)
                : json(out, pageOf("{\"circuitId\":\"c1\"}")));

        assertThat(page().rows()).isEqualTo(1);
        assertThat(rows).hasSize(1);
        assertThat(vendor.loginCount()).isEqualTo(2);
        assertThat(vendor.pageCount()).isEqualTo(2);
    }

    @Test
    void believesTheCodeWhereAGatewaySaysFiveHundred() throws VendorException {
        vendor.pages((request, out, socket) -> request.contains("tok-1")
                ? status(out, "500 Oops", "{\"fault\":{\"detail\":{\"errorcode\":\"token_expired\"}}}")
                : json(out, pageOf()));

        assertThat(page().rows()).isZero();
        assertThat(vendor.loginCount()).isEqualTo(2);
    }

    @Test
    void sharesOneLoginAmongEightReaders() throws Exception {
        client.login();
        vendor.pages((request, out, socket) ->
                request.contains("tok-1") ? status(out, "401 Unauthorized", EXPIRED) : json(out, pageOf()));
        ExecutorService readers = Executors.newFixedThreadPool(8);
        List<Future<PageHead>> pages = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pages.add(readers.submit(this::page));
        }
        for (Future<PageHead> each : pages) {
            assertThat(each.get().totalItems()).isEqualTo(7);
        }
        readers.shutdown();

        assertThat(vendor.loginCount()).isEqualTo(2);
    }

    @Test
    void givesUpAtTheSecondRefusalAndCallsNoMore() {
        vendor.pages((request, out, socket) -> status(out, "401 Unauthorized", EXPIRED));

        assertThat(failure(Unauthorized.class))
                .hasMessageMatching("satellite-provisioning does not accept our token: token_expired, bye"
                        + " \\(correlation [0-9a-f]{8}\\)");
        assertThat(vendor.requests).hasSize(4);
        failure(Unauthorized.class);
        assertThat(vendor.requests).hasSize(4);
    }

    @Test
    void doesNotLogInAgainWhereThatCannotHelp() {
        vendor.pages((request, out, socket) -> status(out, "401 Unauthorized", "{\"error\":\"invalid_key\"}"));

        failure(Unauthorized.class);
        assertThat(vendor.loginCount()).isEqualTo(1);
    }

    @Test
    void triesAWrongPasswordExactlyOnce() throws VendorException {
        vendor.login((request, out, socket) -> status(
                out,
                "401 Unauthorized",
                "{\"error\":\"invalid_credentials\",\"message\":\"s3cret-Pa55 is wrong\\u0000\\nfor ops\"}"));

        Unauthorized refused = failure(Unauthorized.class);

        assertThat(refused)
                .hasMessageMatching("satellite-provisioning refuses the login of \"ops\": invalid_credentials,"
                        + " \\*\\*\\* is wrong for ops \\(correlation [0-9a-f]{8}\\)");
        assertThat(refused.status()).hasValue(401);
        assertThat(vendor.requests.get(0)).contains("X-Correlation-Id: " + refused.correlation());
        failure(Unauthorized.class);
        assertThat(vendor.requests).hasSize(1);

        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-9\"}"));
        client.login();
        assertThat(page().rows()).isEqualTo(1);
    }

    @Test
    void takesAnExpiredTokenForNoRefusalWhereALoginIsAnsweredWithIt() throws VendorException {
        vendor.login((request, out, socket) -> status(out, "500 Oops", EXPIRED));
        failure(Unavailable.class);

        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-9\"}"));
        assertThat(page().rows()).as("it is tried again").isEqualTo(1);
    }

    @Test
    void saysThatTheAccountIsLocked() {
        vendor.login((request, out, socket) -> status(out, "423 Locked", "{\"error\":\"account_locked\"}"));

        assertThat(failure(Unauthorized.class))
                .hasMessageStartingWith("satellite-provisioning reports that the account \"ops\" is locked");
    }

    @Test
    void doesNotTakeAVendorInTroubleForARefusal() throws VendorException {
        vendor.login((request, out, socket) -> status(out, "503 Busy", ""));

        failure(Unavailable.class);

        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-9\"}"));
        assertThat(page().rows()).isEqualTo(1);
    }

    @Test
    void wantsATokenAndQuotesNoneThatItCouldNotRead() {
        vendor.login((request, out, socket) -> json(out, "{\"expiresIn\":3600}"));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the login response has no /token");

        vendor.login((request, out, socket) -> json(out, "{\"token\":tok-7}"));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("not valid JSON, at byte");
    }

    @Test
    void renewsAnExpiredToken() throws Exception {
        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-1\",\"expiresIn\":1}"));
        page();
        Thread.sleep(1100);
        page();

        assertThat(vendor.loginCount()).isEqualTo(2);
    }

    @Test
    void showsThePasswordNowhere() {
        assertThat(CREDENTIALS.toString()).contains("ops").doesNotContain("s3cret");
        assertThatThrownBy(() -> new Credentials("ops", null)).isInstanceOf(NullPointerException.class);
    }
}
