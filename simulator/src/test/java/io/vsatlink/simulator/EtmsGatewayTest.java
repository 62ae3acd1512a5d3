/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtmsGatewayTest extends EtmsTestCase {
    private static final String LIST = "ticket-lists/VSAT-ALL/tickets?limit=1";

    @ParameterizedTest
    @CsvSource({
        "x-apikey,'',401,oauth.v2.FailedToResolveAPIKey",
        "x-apikey,guess,401,oauth.v2.InvalidApiKey",
        "Route-To,'',400,steps.raisefault.RaiseFault",
        "Route-To,MOON,400,steps.raisefault.RaiseFault",
        "X-Correlation-Id,'',400,steps.raisefault.RaiseFault",
        "X-Correlation-Id,17,400,steps.raisefault.RaiseFault",
        "Authorization,'',401,keymanagement.service.invalid_access_token",
        "Authorization,Bearer guess,401,keymanagement.service.invalid_access_token"
    })
    void refusesACallThatLacksSomething(String header, String value, int status, String code) throws Exception {
        Bench.Answer answer = client.with(header, value).get(LIST);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(EtmsClient.errorCode(answer)).isEqualTo(code);
        assertThat(client.get(LIST).status()).isEqualTo(200);
    }

    @Test
    void aSessionNeedsTheRightPasswordAndTheRightKindOfAccount() throws Exception {
        Bench.Answer opened = stranger.login("AutoVSATDataMiner", "secret", false);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.at("expiresIn")).isEqualTo(60);
        assertThat(opened.at("user")).isEqualTo("AutoVSATDataMiner");

        Bench.Answer wrong = stranger.login("AutoVSATDataMiner", "guess", false);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(EtmsClient.errorCode(wrong)).isEqualTo("oauth.v2.InvalidClientIdentifier");
        Bench.Answer wrongKind = stranger.login("AutoVSATDataMiner", "secret", true);
        assertThat(wrongKind.status()).isEqualTo(401);
        assertThat(EtmsClient.errorCode(wrongKind)).isEqualTo("steps.raisefault.RaiseFault");
    }

    @Test
    void theControlEndpointChangesPasswordsKeysAndRoutes() throws Exception {
        order("accounts", "{\"username\":\"second\",\"password\":\"pw\",\"serviceAccount\":true}");
        order("gateway", "{\"apiKeys\":[\"new-key\"],\"routes\":[\"UAT\",\"PROD\"]}");
        EtmsClient other = stranger.with("x-apikey", "new-key").with("Route-To", "PROD");
        assertThat(other.login("second", "pw", true).status()).isEqualTo(200);
        assertThat(EtmsClient.errorCode(client.get(LIST))).isEqualTo("oauth.v2.InvalidApiKey");
    }

    @Test
    void distinguishesAnExpiredSessionFromAnUnknownOne() throws Exception {
        bench.clock.advance(Duration.ofSeconds(60));
        assertThat(EtmsClient.errorCode(client.get(LIST))).isEqualTo("keymanagement.service.access_token_expired");
        EtmsClient again = stranger.loggedIn();
        order("gateway", "{\"tokenStatus\":500}");
        order("sessions/expire", "");
        assertThat(again.get(LIST).status()).isEqualTo(500);
        assertThat(EtmsClient.errorCode(again.get(LIST))).isEqualTo("keymanagement.service.access_token_expired");
        order("sessions/revoke", "");
        assertThat(EtmsClient.errorCode(again.get(LIST))).isEqualTo("keymanagement.service.invalid_access_token");
    }

    @Test
    void limitsSpikesAlsoOfSessionsAndAlsoWithStatus500() throws Exception {
        order("gateway", "{\"spikeArrest\":1,\"rateStatus\":500}");
        assertThat(client.get(LIST).status()).isEqualTo(200);
        for (Bench.Answer next : new Bench.Answer[] {client.get(LIST), stranger.login("a", "b", false)}) {
            assertThat(next.status()).isEqualTo(500);
            assertThat(EtmsClient.errorCode(next)).isEqualTo("policies.ratelimit.SpikeArrestViolation");
        }
    }

    @Test
    void refusesCallsBeyondTheQuotaAndCanRefuseAllForAWhile() throws Exception {
        order("gateway", "{\"quota\":2,\"quotaSeconds\":3600}");
        assertThat(client.get(LIST).status()).isEqualTo(200);
        assertThat(client.get(LIST).status()).isEqualTo(200);
        assertThat(client.get(LIST).status()).isEqualTo(429);
        order("gateway", "{\"quota\":0,\"exhaustSeconds\":3600}");
        assertThat(EtmsClient.errorCode(client.get(LIST))).isEqualTo("policies.ratelimit.QuotaViolation");
        order("gateway", "{\"exhaustSeconds\":0}");
        assertThat(client.get(LIST).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gateway|{\"rateStatus\":418}", "gateway|{\"key\":1}", "desk|{\"kinds\":[\"sleep\"]}", "work|[]"})
    void anOrderThatIsNotUnderstoodChangesNothing(String path, String body) throws Exception {
        Bench.Answer answer = bench.control("POST", "etms/" + path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.at("message")).endsWith(".");
    }

    @Test
    void countsCallsByCallerAndNeverShowsASecret() throws Exception {
        String token =
                (String) stranger.login("AutoVSATDataMiner", "secret", false).at("accessToken");
        client.get(LIST);
        stranger.with("x-apikey", "guess").with("Route-To", "PROD").login("intruder", "open sesame", false);
        Bench.Answer calls = bench.control("GET", "etms/calls", "");
        assertThat(calls.at("requests")).isEqualTo(4);
        assertThat(calls.at("paths")).isEqualTo(Map.of("POST session", 3, "GET ticket-lists/*/tickets", 1));
        assertThat(calls.at("usernames")).isEqualTo(Map.of("AutoVSATDataMiner", 3, "intruder", 1));
        assertThat(calls.at("routes")).isEqualTo(Map.of("UAT", 3, "PROD", 1));
        assertThat(calls.at("apiKeys")).isEqualTo(Map.of("right", 3, "wrong", 1));
        assertThat(calls.at("sessions")).isEqualTo(Map.of("0", 3, "1", 1));
        assertThat(calls.at("faults")).isEqualTo(Map.of("oauth.v2.InvalidApiKey", 1));
        assertThat(bench.control("GET", "calls", "").at("requests")).isEqualTo(0);
        String log = bench.control("GET", "etms/calls/log", "").text();
        assertThat(log).contains("intruder").doesNotContain(token, "open sesame", "guess", "etms-key");

        order("reset-calls", "");
        assertThat(bench.control("GET", "etms/calls", "").at("requests")).isEqualTo(0);
    }
}
