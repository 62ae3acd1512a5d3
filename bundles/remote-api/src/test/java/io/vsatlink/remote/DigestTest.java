/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.vendor.DigestServer;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP Digest, whose responses differ with each call. */
class DigestTest extends AuthFixture {
    private static final String PASSWORD = "s3cret-Pa55";

    private static List<String> counts(Vendor vendor) {
        return vendor.heard().stream()
                .map(heard -> heard.header("Authorization"))
                .filter(text -> !text.isEmpty())
                .map(text -> text.replaceFirst(".*nonce=\"([^\"]+)\".*\\bnc=(\\w+).*", "$1 $2"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-256"})
    void eachCallAnswersTheChallengeWithACountOfItsOwn(String algorithm) throws VendorException {
        Vendor vendor = opened(new Vendor(new DigestServer("ops", PASSWORD, algorithm, 99)));
        assertThat(poll(client("digest", vendor))).isEqualTo(Vendor.CIRCUITS);
        assertThat(vendor.heard())
                .extracting(Heard::path)
                .startsWith("/whoami", "/whoami")
                .hasSize(5);
        assertThat(counts(vendor))
                .containsExactly("nonce-1 00000001", "nonce-1 00000002", "nonce-1 00000003", "nonce-1 00000004");
    }

    @Test
    void aNonceThatEndsIsReplacedWithoutALogin() throws VendorException {
        Vendor vendor = opened(new Vendor(new DigestServer("ops", PASSWORD, "SHA-256", 1)));
        VendorClient client = client("digest", vendor);
        for (int polls = 0; polls < 5; polls++) {
            assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
        }
        // more calls than logins would be allowed in this time
        assertThat(vendor.heard("/whoami")).hasSize(2);
        assertThat(vendor.heard("/circuits")).hasSize(30);
    }

    @Test
    void theNonceThatAnAnswerNamesIsUsedNext() throws VendorException {
        DigestServer server = new DigestServer("ops", PASSWORD, "SHA-256", 1);
        server.namesNext = true;
        Vendor vendor = opened(new Vendor(server));
        assertThat(poll(client("digest", vendor))).isEqualTo(Vendor.CIRCUITS);
        assertThat(vendor.heard()).hasSize(5);
        assertThat(counts(vendor)).allMatch(count -> count.endsWith(" 00000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWW-Authenticate: Digest realm=\"inventory\", qop=\"auth\", algorithm=SHA-512-256, nonce=\"x\"\r\nWWW-Authenticate: Digest realm=\"inventory\", qop=\"auth\", algorithm=MD5, nonce=\"y\"\r\nWWW-Authenticate: OWN\r\n",
                "WWW-Authenticate: Basic realm=\"a, Digest b=c\", Digest realm=\"inventory\", qop=\"auth-int\", algorithm=SHA-256, nonce=\"x\", OWN, Negotiate\r\n"
            })
    void ofSeveralChallengesTheStrongestThatIsKnownIsAnswered(String challenges) throws VendorException {
        DigestServer server = new DigestServer("ops", PASSWORD, "SHA-256", 99);
        server.challenges = challenges;
        assertThat(poll(client("digest", opened(new Vendor(server))))).isEqualTo(Vendor.CIRCUITS);
    }

    @Test
    void aWrongPasswordIsAnsweredOnce() {
        Vendor vendor = opened(new Vendor(new DigestServer("ops", "another", "MD5", 99)));
        VendorClient client = client("digest", vendor);
        assertThat(failure(Unauthorized.class, () -> poll(client)))
                .hasMessage("digest refuses the login of \"ops\": unauthorized");
        failure(Unauthorized.class, () -> poll(client));
        assertThat(counts(vendor)).hasSize(1);
    }

    @Test
    void aServerThatEndsEachNonceAtOnceEndsIt() {
        Vendor vendor = opened(new Vendor(new DigestServer("ops", PASSWORD, "MD5", 0)));
        failure(Unauthorized.class, () -> poll(client("digest", vendor)));
        assertThat(vendor.heard()).hasSize(3);
    }

    @Test
    void anotherSchemeThanDigestIsASentence() {
        Vendor basic = opened(
                new Vendor(heard -> new Reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "{}")));
        assertThat(failure(Rejected.class, () -> poll(client("digest", basic))))
                .hasMessage(
                        "the response to the login has no Digest challenge; known are SHA-256 and MD5 with qop auth");
        assertThat(basic.heard()).hasSize(1);
    }

    @Test
    void quotesInANameAndAnyLettersInAPasswordAreAnswered() throws VendorException {
        String user = "op\"s\\";
        Vendor vendor = opened(new Vendor(new DigestServer(user, "pä:ss", "SHA-256", 99)));
        VendorClient client = opened(new VendorClient(
                profile("digest", text -> text),
                new Endpoint(vendor.base(), "ByPassProxy", null),
                credentials(user, "pä:ss"),
                Fixture.QUICK));
        assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
    }
}
