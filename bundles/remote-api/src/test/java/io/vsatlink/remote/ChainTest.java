/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.OAuthServer;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two tokens with each call; obtaining the second one requires the first. */
class ChainTest extends AuthFixture {
    private static final String OAUTH = "/api/ts/v1/oauth2/token";
    private static final String SESSION = "/api/m2m/v1/session/login";

    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile boolean sessionsRefused;
    private volatile boolean tokensUnknown;

    private final Vendor thingSpace = opened(new Vendor(this::answer));

    private Reply answer(Heard heard) {
        if (heard.path().equals(OAUTH)) {
            return OAuthServer.basic("planted%26secret%3D1", "planted-secret-2").test(heard)
                            && "client_credentials".equals(heard.form().get("grant_type"))
                    ? Reply.json(
                            "{\"access_token\":\"tok-planted-" + tokens.incrementAndGet() + "\",\"expires_in\":3600}")
                    : Reply.error("401 No", "{\"error\":\"invalid_client\"}");
        }
        boolean bearer = heard.header("Authorization").equals("Bearer tok-planted-" + tokens.get());
        if (heard.path().equals(SESSION)) {
            boolean known = bearer
                    && heard.body().equals("{\"username\":\"ops\",\"password\":\"s3cret-Pa55\"}")
                    && !sessionsRefused;
            return known
                    ? Reply.json("{\"sessionToken\":\"tok-planted-session-" + sessions.incrementAndGet() + "\"}")
                    : Reply.error("401 No", "{\"error\":\"UnifiedWebService.REQUEST_FAILED.Unauthorized\"}");
        }
        boolean session = heard.header("VZ-M2M-Token").equals("tok-planted-session-" + sessions.get());
        return bearer && session && !tokensUnknown ? Vendor.page(heard) : Reply.error("401 No", "{}");
    }

    private List<String> paths() {
        return thingSpace.heard().stream().map(Heard::path).toList();
    }

    @Test
    void bothTokensGoOnEachCall() throws VendorException {
        assertThat(poll(client("chain", thingSpace))).isEqualTo(Vendor.CIRCUITS);
        assertThat(paths()).containsExactly(OAUTH, SESSION, "/circuits", "/circuits", "/circuits");
    }

    @Test
    void aSessionThatEndsInMidPollRenewsTheChainFromItsStart() throws VendorException {
        AtomicInteger once = new AtomicInteger();
        assertThat(poll(client("chain", thingSpace), () -> {
                    if (once.getAndIncrement() == 0) {
                        sessions.incrementAndGet();
                    }
                }))
                .isEqualTo(Vendor.CIRCUITS);
        assertThat(paths())
                .containsExactly(OAUTH, SESSION, "/circuits", "/circuits", OAUTH, SESSION, "/circuits", "/circuits");
    }

    @Test
    void aRefusedSecondLoginEndsItAndIsMadeOnce() {
        sessionsRefused = true;
        VendorClient client = client("chain", thingSpace);
        assertThat(failure(Unauthorized.class, () -> poll(client)))
                .hasMessageContaining("refuses the login of \"ops\": UnifiedWebService.REQUEST_FAILED.Unauthorized");
        failure(Unauthorized.class, () -> poll(client));
        assertThat(paths()).containsExactly(OAUTH, SESSION);
    }

    @Test
    void tokensThatAreNotTakenTwiceEndItWithoutALoop() {
        tokensUnknown = true;
        VendorClient client = client("chain", thingSpace);
        assertThat(failure(Unauthorized.class, () -> poll(client)).mayPass()).isTrue();
        failure(Unauthorized.class, () -> poll(client));
        assertThat(paths()).containsExactly(OAUTH, SESSION, "/circuits", OAUTH, SESSION, "/circuits");
    }
}
