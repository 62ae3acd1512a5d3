/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lifetime a vendor reports, and whatever it does with the token, there is no storm of logins. */
@Timeout(60)
class TokenLifeTest extends Fixture {
    private static final String EXPIRED = "{\"error\":\"token_expired\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775",
                "9223372036854775000",
                "9223372036854775808",
                "1e99",
                "1e99999999",
                "\"3600\"",
                "3600.5",
                "0",
                "-1",
                "1e-99999999",
                "null",
                "true",
                "\"never\"",
                "[]",
                "{}"
            })
    void oneThatNeverEndsOrSaysNothingIsUsedUntilItIsRefused(String life) throws VendorException {
        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-1\",\"expiresIn\":" + life + "}"));
        for (int i = 0; i < 5; i++) {
            page();
        }
        assertThat(vendor.loginCount()).isEqualTo(1);
    }

    @Test
    void oneThatEndsAtOnceIsUsedAllTheSameWhereItIsTooEarlyForAnother() throws VendorException {
        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-1\",\"expiresIn\":0.001}"));
        for (int i = 0; i < 100; i++) {
            page();
        }
        assertThat(vendor.loginCount()).isBetween(2L, 8L);
    }

    @Test
    void oneThatIsRefusedAfterEachPageIsNotRenewedForEver() throws VendorException {
        vendor.pages((request, out, socket) -> vendor.requests.stream()
                                .filter(before -> before.startsWith("GET") && before.contains(token(request)))
                                .count()
                        > 1
                ? status(out, "401 Unauthorized", EXPIRED)
                : json(out, pageOf()));
        int pages = 0;
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            try {
                page();
                pages++;
            } catch (Unavailable e) {
                assertThat(e)
                        .hasMessageMatching("too many logins at satellite-provisioning in a short time;"
                                + " the next one is in \\d+ s");
                refused++;
            }
        }
        assertThat(pages).isPositive();
        assertThat(refused).isPositive();
        assertThat(vendor.loginCount()).isBetween(2L, 12L);
    }

    @Test
    void aLoginThatFailsIsNotTriedForEachPage() {
        vendor.login((request, out, socket) -> status(out, "503 Busy", ""));
        for (int i = 0; i < 40; i++) {
            failure(Unavailable.class);
        }
        assertThat(vendor.loginCount()).isBetween(2L, 8L);
    }

    @Test
    void aPersonsLoginIsNeverRefused() throws VendorException {
        for (int i = 0; i < 20; i++) {
            client.login();
        }
        assertThat(vendor.loginCount()).isEqualTo(20);
        assertThat(page().rows()).isEqualTo(1);
    }

    @Test
    void aTokenThatIsNotTakenMayBeTakenLater() {
        vendor.pages((request, out, socket) -> status(out, "401 Unauthorized", EXPIRED));
        assertThat(failure(Unauthorized.class).mayPass()).isTrue();

        vendor.login((request, out, socket) -> status(out, "401 Unauthorized", "{\"error\":\"invalid_credentials\"}"));
        assertThat(failure(Unauthorized.class, () -> {
                            client.login();
                            return null;
                        })
                        .mayPass())
                .isFalse();
    }

    @Test
    void aTokenThatNoHeaderCanCarryIsNone() {
        for (String token : new String[] {"a\\u010ab", "a\\u2028b", "a\\nb", "\\ud800"}) {
            vendor.login((request, out, socket) -> json(out, "{\"token\":\"" + token + "\"}"));
            assertThat(failure(Protocol.class))
                    .hasMessageStartingWith("the login response has a /token that can't be sent in a header");
        }
    }

    @Test
    void anAnswerWithoutAnEndIsNoLogin() {
        vendor.login((request, out, socket) ->
                json(out, """
                        {"token":"tok-1","more":"x""".repeat(100_000) + "\"}"));
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("the login response is larger than our limit of 64 kB");
    }

    private static String token(String request) {
        int at = request.indexOf("Bearer ");
        return request.substring(at, request.indexOf('\r', at));
    }
}
