/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.profile.ProfileNeeds;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each way to authenticate. */
class AuthTest extends Fixture {
    private static final Credentials WITH_KEY =
            new Credentials("ops", "s3cret-Pa55", Map.of("apiKey", "tok-key", "service", true), Set.of("apiKey"));
    private static final ProfileNeeds NEEDS_KEY =
            new ProfileNeeds(Set.of("apiKey", "service"), NEEDS.listings(), Map.of());
    private static final String TOKEN =
            "\"token\": {\"pointer\": \"/token\", \"header\": \"X-Token\", \"headerValue\": \"T ${token}\"";

    @Test
    void basicIsSentWithEveryCallAndTestedWithAPageOfOneRow() throws VendorException {
        speak(Map.of("auth", "{\"type\": \"basic\"}"));

        client.login();
        page();

        assertThat(vendor.requests).hasSize(2).allMatch(request -> request.contains(basic("ops:s3cret-Pa55")));
        assertThat(vendor.requests.get(0)).startsWith("GET /circuits?view=a+b%26c&page=1&pageSize=1 HTTP/1.1");
    }

    @Test
    void basicIsTriedOnThePathOfTheProfile() throws VendorException {
        speak(Map.of("auth", "{\"type\": \"basic\", \"checkPath\": \"/whoami\"}"));

        page();
        page();

        assertThat(vendor.requests.get(0)).startsWith("GET /whoami HTTP/1.1");
        assertThat(vendor.requests).hasSize(3);
    }

    @Test
    void aRefusedCheckIsMadeExactlyOnce() throws VendorException {
        speak(Map.of("auth", "{\"type\": \"basic\"}"));
        vendor.pages((request, out, socket) -> status(out, "401 Unauthorized", "{\"error\":\"unknown_user\"}"));

        assertThat(failure(Unauthorized.class))
                .hasMessageStartingWith("satellite-provisioning refuses the login of \"ops\": unknown_user");
        failure(Unauthorized.class);
        assertThat(vendor.requests).hasSize(1);

        vendor.pages((request, out, socket) -> json(out, pageOf()));
        client.login();
        assertThat(page().rows()).isZero();
    }

    @Test
    void aCheckThatIsAnErrorInsideAGoodAnswerIsARefusal() {
        speak(
                Map.of(
                        "auth", "{\"type\": \"basic\"}",
                        "errors",
                                """
                        {"codePointers": ["/error"], "codes": {"giveUp": ["unknown_user"]},
                         "inside200": {"pointer": "/ok", "values": ["false"]}}"""));
        vendor.pages((request, out, socket) -> json(out, "{\"ok\":false,\"error\":\"unknown_user\"}"));

        assertThat(failure(Unauthorized.class)).hasMessageContaining("refuses the login of \"ops\": unknown_user");
        assertThat(vendor.requests).hasSize(1);
    }

    @Test
    void aVendorInTroubleAtTheCheckHasRefusedNobody() throws VendorException {
        speak(Map.of("auth", "{\"type\": \"basic\"}"));
        vendor.pages((request, out, socket) -> status(out, "503 Busy", ""));
        failure(Unavailable.class);

        vendor.pages((request, out, socket) -> json(out, pageOf()));
        assertThat(page().rows()).isZero();
    }

    @Test
    void aRefusalInMidPollIsTriedOnceMoreAndNotAgain() {
        speak(Map.of("auth", "{\"type\": \"basic\", \"checkPath\": \"/whoami\"}"));
        vendor.pages((request, out, socket) ->
                request.startsWith("GET /whoami") ? json(out, "{}") : status(out, "401 Unauthorized", ""));

        failure(Unauthorized.class);
        assertThat(vendor.requests).hasSize(4);
        failure(Unauthorized.class);
        assertThat(vendor.requests).hasSize(4);
    }

    @Test
    void anApiKeyIsAHeaderAndShowsInNoMessage() throws VendorException {
        speak(
                WITH_KEY,
                NEEDS_KEY,
                Map.of(
                        "auth",
                        """
                                {"type": "apiKey", "header": "X-Api-Key", "headerValue": "key=${apiKey}"}"""));
        page();
        assertThat(vendor.requests).hasSize(2).allMatch(request -> request.contains("X-Api-Key: key=tok-key\r\n"));
        assertThat(vendor.requests).noneMatch(request -> request.contains("Authorization"));

        vendor.pages((request, out, socket) -> status(out, "400 Bad", "{\"error\":\"no such key: tok-key\"}"));
        assertThat(failure(Rejected.class)).hasMessageContaining("no such key: ***");
    }

    @Test
    void clientCredentialsGoIntoTheHeaderEncoded() throws VendorException {
        speak(
                new Credentials("ops:eu", "s3cret Pa55"),
                NEEDS,
                Map.of("auth", "{\"type\": \"oauth2\", \"path\": \"/token\", \"scope\": \"read all\"," + TOKEN + "}}"));

        page();

        assertThat(vendor.requests.get(0))
                .startsWith("POST /token HTTP/1.1")
                .contains(basic("ops%3Aeu:s3cret+Pa55"))
                .contains("Content-Type: application/x-www-form-urlencoded")
                .endsWith("\r\n\r\ngrant_type=client_credentials&scope=read+all");
        assertThat(vendor.requests.get(1)).contains("X-Token: T tok-1\r\n").doesNotContain("Authorization");
    }

    @Test
    void clientCredentialsGoIntoTheBodyWhereTheProfileSaysSo() throws VendorException {
        speak(Map.of("auth", "{\"type\": \"oauth2\", \"path\": \"/token\", \"inBody\": true," + TOKEN + "}}"));

        page();

        assertThat(vendor.requests.get(0))
                .doesNotContain("Authorization")
                .endsWith("\r\n\r\ngrant_type=client_credentials&client_id=ops&client_secret=s3cret-Pa55");
    }

    @Test
    void refusedClientCredentialsAreTriedExactlyOnce() {
        speak(Map.of("auth", "{\"type\": \"oauth2\", \"path\": \"/token\"," + TOKEN + "}}"));
        vendor.login((request, out, socket) -> status(out, "401 Unauthorized", "{\"error\":\"invalid_client\"}"));

        assertThat(failure(Unauthorized.class)).hasMessageContaining("invalid_client");
        failure(Unauthorized.class);
        assertThat(vendor.requests).hasSize(1);
    }

    @Test
    void aLoginCarriesBasicAndABodyWhoseFlagsStayFlags() throws VendorException {
        speak(
                WITH_KEY,
                NEEDS_KEY,
                Map.of(
                        "auth",
                        """
                        {"type": "login", "method": "PUT", "path": "/session", "basic": true,
                         "body": {"serviceAccount": "${service}", "as": ["${username}", "a ${service} one"], "n": 7},
                         %s}}"""
                                .formatted(TOKEN)));
        vendor.pages((request, out, socket) ->
                json(out, request.startsWith("PUT") ? "{\"token\":\"tok-1\"}" : pageOf("{\"circuitId\":\"c1\"}")));

        page();

        assertThat(vendor.requests.get(0))
                .startsWith("PUT /session HTTP/1.1")
                .contains(basic("ops:s3cret-Pa55"))
                .endsWith("\r\n\r\n{\"serviceAccount\":true,\"as\":[\"ops\",\"a true one\"],\"n\":7}");
        assertThat(vendor.requests.get(1)).contains("X-Token: T tok-1\r\n").doesNotContain("Basic");
    }

    @Test
    void aLoginMayCarryNothing() throws VendorException {
        speak(Map.of(
                "auth",
                "{\"type\": \"login\", \"method\": \"POST\", \"path\": \"/session\", \"basic\": true," + TOKEN + "}}"));

        page();

        assertThat(vendor.requests.get(0)).endsWith("\r\n\r\n");
    }

    @Test
    void aTokenLivesAsLongAsTheProfileSaysWhereTheVendorDoesNot() throws Exception {
        speak(Map.of(
                "auth",
                "{\"type\": \"oauth2\", \"path\": \"/token\"," + TOKEN
                        + ", \"expiresInPointer\": \"/expires\", \"lifetime\": 1}}"));
        page();
        Thread.sleep(1100);
        page();
        assertThat(vendor.loginCount()).isEqualTo(2);

        vendor.login((request, out, socket) -> json(out, "{\"token\":\"tok-9\",\"expires\":3600}"));
        Thread.sleep(1100);
        page();
        Thread.sleep(1100);
        page();
        assertThat(vendor.loginCount()).isEqualTo(3);
    }

    private static String basic(String both) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)) + "\r\n";
    }
}
