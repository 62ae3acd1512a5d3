/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.OAuthServer;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** OAuth with a user's password, and with refresh tokens. */
class OAuthGrantsTest extends AuthFixture {
    private final OAuthServer oauth = new OAuthServer(OAuthServer.basic("vsatlink", "planted%26secret%3D1"));
    private final Vendor vendor = opened(new Vendor(oauth));

    private List<String> grants() {
        return vendor.heard(OAuthServer.TOKEN).stream()
                .map(heard -> heard.form().get("grant_type"))
                .toList();
    }

    @Test
    void aPersonsAccountGivesAToken() throws VendorException {
        assertThat(poll(client("oauth-password", vendor))).isEqualTo(Vendor.CIRCUITS);
        Heard login = vendor.heard(OAuthServer.TOKEN).get(0);
        assertThat(login.form()).containsEntry("username", "ops").containsEntry("scope", "inventory:read");
        assertThat(grants()).containsExactly("password");
    }

    @Test
    void aRefreshTokenIsUsedBeforeANewLogin() throws Exception {
        oauth.rotates = true;
        oauth.lifeMillis = 300;
        VendorClient client = client("oauth-password", vendor);
        poll(client);
        Thread.sleep(320);
        poll(client);
        Thread.sleep(320);
        assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
        assertThat(grants()).containsExactly("password", "refresh_token", "refresh_token");
    }

    @Test
    void aRefreshTokenThatDoesNotChangeIsUsedAgain() throws VendorException {
        VendorClient client = client("oauth-password", vendor);
        assertThat(poll(client, oauth::revokeTokens)).isEqualTo(Vendor.CIRCUITS);
        assertThat(grants()).containsExactly("password", "refresh_token", "refresh_token");
        assertThat(vendor.heard(OAuthServer.TOKEN).get(2).form()).containsEntry("refresh_token", "ref-planted-1");
    }

    @Test
    void aTokenThatIsRevokedInMidPollIsReplacedAndNoRowIsLost() throws VendorException {
        oauth.rotates = true;
        assertThat(poll(client("oauth-password", vendor), oauth::revokeTokens)).isEqualTo(Vendor.CIRCUITS);
    }

    @Test
    void aRefusedRefreshTokenLeadsToOneLogin() throws VendorException {
        VendorClient client = client("oauth-password", vendor);
        poll(client);
        oauth.revokeTokens();
        oauth.revokeRefreshTokens();
        assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
        assertThat(grants()).containsExactly("password", "refresh_token", "password");
    }

    @Test
    void aServerInTroubleOverARefreshTokenLeadsToOneLoginToo() throws VendorException {
        VendorClient client = client("oauth-password", vendor);
        poll(client);
        oauth.revokeTokens();
        oauth.instead = Reply.error("500 Oops", "{}");
        Unavailable failure = failure(Unavailable.class, () -> poll(client));
        assertThat(failure).hasMessageContaining("HTTP 500");
        assertThat(grants()).containsExactly("password", "refresh_token", "password");
        oauth.instead = null;
        assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
    }

    @Test
    void whatARefreshTokenGaveAndTheVendorDoesNotTakeIsReplacedByALogin() throws VendorException {
        VendorClient client = client("oauth-password", vendor);
        poll(client);
        oauth.revokeTokens();
        oauth.refreshesUnknown = true;
        assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
        assertThat(grants()).containsExactly("password", "refresh_token", "password");
    }

    @Test
    void freshTokensThatAreNotTakenEndWithoutALoop() {
        oauth.issuesUnknown = true;
        VendorClient client = client("oauth-password", vendor);
        Unauthorized refused = failure(Unauthorized.class, () -> poll(client));
        assertThat(refused.mayPass()).isTrue();
        assertThat(grants()).containsExactly("password", "refresh_token", "password");
        failure(Unauthorized.class, () -> poll(client));
        assertThat(vendor.heard("/circuits")).hasSize(3);
        assertThat(grants()).hasSize(3);
    }

    @Test
    void aWrongPasswordIsTriedOnceAndShownNowhere() {
        VendorClient wrong = opened(new VendorClient(
                profile("oauth-password", text -> text),
                new Endpoint(vendor.base(), "ByPassProxy", null),
                credentials("ops", "planted-secret-wrong"),
                Fixture.QUICK));
        Unauthorized refused = failure(Unauthorized.class, () -> poll(wrong));
        assertThat(refused)
                .hasMessage("oauth-password refuses the login of \"ops\": invalid_grant, wrong: ***")
                .extracting(Unauthorized::mayPass)
                .isEqualTo(false);
        failure(Unauthorized.class, () -> poll(wrong));
        assertThat(grants()).hasSize(1);
    }

    @Test
    void aRefreshTokenFromAPortalTakesThePlaceOfAPassword() throws VendorException {
        OAuthServer portal = new OAuthServer(OAuthServer.body("ops", "planted&secret=1"));
        portal.know("s3cret-Pa55");
        Vendor other = opened(new Vendor(portal));
        VendorClient client = client("oauth-refresh-token", other);
        assertThat(poll(client, portal::revokeTokens)).isEqualTo(Vendor.CIRCUITS);
        portal.revokeTokens();
        portal.revokeRefreshTokens();
        Unauthorized refused = failure(Unauthorized.class, () -> poll(client));
        assertThat(refused).hasMessageContaining("invalid_grant, unknown: ***");
    }

    @Test
    void anApiWithItsOwnRefreshCallIsRefreshedByIt() throws VendorException {
        AtomicInteger logins = new AtomicInteger();
        AtomicInteger refreshes = new AtomicInteger();
        AtomicInteger tokens = new AtomicInteger();
        Vendor own = opened(new Vendor(heard -> switch (heard.path()) {
            case "/api/token" -> {
                logins.incrementAndGet();
                yield Reply.json(
                        "{\"access\":\"tok-planted-" + tokens.incrementAndGet() + "\",\"refresh\":\"ref-planted-x\"}");
            }
            case "/api/token/refresh" -> {
                refreshes.incrementAndGet();
                yield heard.body().equals("{\"refresh\":\"ref-planted-x\"}")
                        ? Reply.json("{\"access\":\"tok-planted-" + tokens.incrementAndGet() + "\"}")
                        : Reply.error("401 No", "{}");
            }
            default ->
                heard.header("Authorization").equals("Bearer tok-planted-" + tokens.get())
                        ? Vendor.page(heard)
                        : Reply.error("401 No", "{}");
        }));
        VendorClient client = client("login-refresh", own);
        assertThat(poll(client, tokens::incrementAndGet)).isEqualTo(Vendor.CIRCUITS);
        assertThat(logins).hasValue(1);
        assertThat(refreshes).hasValue(2);
    }

    @Test
    void withoutASecretThatTheProfileUsesNoCallIsMade() {
        VendorClient lacking = opened(new VendorClient(
                profile("oauth-password", text -> text),
                new Endpoint(vendor.base(), "ByPassProxy", null),
                new Credentials("ops", "s3cret-Pa55"),
                Fixture.QUICK));
        assertThat(failure(Rejected.class, () -> poll(lacking)))
                .hasMessage("the vendor profile uses ${secret1}; set secret1");
        assertThat(vendor.heard()).isEmpty();
    }
}
