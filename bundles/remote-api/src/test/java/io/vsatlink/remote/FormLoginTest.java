/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Logins other than OAuth: a token as text, and a session identified only by a cookie. */
class FormLoginTest extends AuthFixture {
    private final AtomicInteger logins = new AtomicInteger();
    private volatile String answer = "tok-planted-%d\n";
    private volatile int rejected;

    private final Vendor helix = opened(new Vendor(heard -> {
        if (heard.path().equals("/api/jwt/login")) {
            boolean known = Map.of("username", "ops", "password", "s3cret-Pa55").equals(heard.form());
            return known
                    ? new Reply("200 OK", "Content-Type: text/plain\r\n", answer.formatted(logins.incrementAndGet()))
                    : Reply.error("401 Unauthorized", "[{\"messageText\":\"Authentication failed\"}]");
        }
        boolean taken = heard.header("Authorization").equals("AR-JWT tok-planted-" + logins.get());
        return taken && logins.get() > rejected ? Vendor.page(heard) : Reply.error("401 Unauthorized", "{}");
    }));

    @Test
    void theWholeAnswerIsTheToken() throws VendorException {
        assertThat(poll(client("text-token", helix), () -> rejected = logins.get() > 1 ? 0 : 1))
                .isEqualTo(Vendor.CIRCUITS);
        assertThat(logins).hasValue(2);
        Heard login = helix.heard().get(0);
        assertThat(login.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(login.header("Accept")).isEqualTo("*/*");
    }

    @Test
    void aTokenInQuotationMarksIsMeantWithoutThem() throws VendorException {
        answer = "\"tok-planted-%d\"";
        assertThat(poll(client("text-token", helix))).isEqualTo(Vendor.CIRCUITS);
    }

    @Test
    void aPageOrAnErrorInItsPlaceIsNoToken() {
        Map.of(
                        "<html><title>Sign in</title></html>",
                        "the login response should be the token as text, but is a page",
                        "{\"error\":\"busy\"}",
                        "the login response should be the token as text, but is JSON",
                        " \n",
                        "the login response has no token",
                        "tok\u20ac",
                        "the login response has a token that can't be sent in a header")
                .forEach((body, sentence) -> {
                    answer = body;
                    VendorClient client = client("text-token", helix);
                    assertThat(failure(Protocol.class, () -> poll(client))).hasMessage(sentence);
                });
        assertThat(helix.heard("/circuits")).isEmpty();
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        VendorClient wrong = opened(new VendorClient(
                profile("text-token", text -> text),
                new Endpoint(helix.base(), "ByPassProxy", null),
                credentials("ops", "planted-secret-wrong"),
                Fixture.QUICK));
        failure(Unauthorized.class, () -> poll(wrong));
        failure(Unauthorized.class, () -> poll(wrong));
        assertThat(helix.heard()).hasSize(1);
    }

    @Test
    void aSessionOfCookiesAloneIsKeptThroughAllCallsAndRenewed() throws VendorException {
        AtomicInteger sessions = new AtomicInteger();
        AtomicInteger current = new AtomicInteger();
        Vendor jira = opened(new Vendor(heard -> {
            if (heard.path().equals("/rest/auth/1/session")) {
                int number = sessions.incrementAndGet();
                current.set(number);
                return new Reply(
                        "200 OK",
                        "Set-Cookie: JSESSIONID=tok-planted-" + number + "; Path=/; HttpOnly\r\n"
                                + "Set-Cookie: node=n1; Path=/\r\n",
                        "{}");
            }
            String[] cookies = heard.header("Cookie").split("; ", -1);
            boolean known = cookies.length == 2
                    && cookies[0].equals("JSESSIONID=tok-planted-" + current.get())
                    && cookies[1].startsWith("node=");
            // each response moves the session, and the cookie, to another node
            return known
                    ? new Reply(
                            "200 OK",
                            "Set-Cookie: node=n" + heard.query().get("page") + "; Path=/\r\n",
                            Vendor.page(heard).body())
                    : Reply.error("401 Unauthorized", "{\"error\":\"no session\"}");
        }));
        VendorClient client = client("cookie", jira);
        assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
        assertThat(jira.heard("/circuits"))
                .extracting(heard -> heard.header("Cookie").replaceFirst(".*; ", ""))
                .containsExactly("node=n1", "node=n1", "node=n2");
        assertThat(poll(client, () -> current.set(-1))).isEqualTo(Vendor.CIRCUITS);
        assertThat(sessions).hasValue(3);
    }

    @Test
    void aLoginThatSetsNoCookieIsNoSession() {
        Vendor vendor = opened(new Vendor(heard -> Reply.json("{}")));
        assertThat(failure(Protocol.class, () -> poll(client("cookie", vendor))))
                .hasMessage("the login response sets no cookie, and the profile has no token");
        assertThat(vendor.heard()).hasSize(1);
    }
}
