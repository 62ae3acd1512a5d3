/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench("--circuits", "5", "--token-lifetime", "60");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void returnsATokenForTheLists() throws Exception {
        assertThat(bench.login("vsat", "secret").at("expiresIn")).isEqualTo(60);
        assertThat(bench.get("circuits").status()).isEqualTo(200);
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        Bench.Answer answer = bench.login("vsat", "guess");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("error")).isEqualTo("invalid_credentials");
    }

    @Test
    void locksAfterFiveWrongAttemptsInARow() throws Exception {
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(bench.login("vsat", "guess").status()).isEqualTo(401);
        }
        Bench.Answer answer = bench.login("vsat", "secret");
        assertThat(answer.status()).isEqualTo(423);
        assertThat(answer.at("error")).isEqualTo("account_locked");
    }

    @Test
    void aSuccessfulLoginResetsTheFailures() throws Exception {
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertThat(bench.login("vsat", "guess").status()).isEqualTo(401);
            if (attempt % 4 == 0) {
                assertThat(bench.login("vsat", "secret").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void distinguishesAnExpiredTokenFromAnUnknownOne() throws Exception {
        assertThat(bench.get("circuits").text()).isEqualTo("{\"error\":\"invalid_token\"}");
        assertThat(bench.send("GET", "/api/v1/circuits", "").status()).isEqualTo(401);

        bench.login("vsat", "secret");
        bench.clock.advance(Duration.ofSeconds(59));
        assertThat(bench.get("circuits").status()).isEqualTo(200);
        bench.clock.advance(Duration.ofSeconds(1));
        Bench.Answer expired = bench.get("circuits");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.text()).isEqualTo("{\"error\":\"token_expired\"}");
    }

    @Test
    void aMalformedLoginDoesNotCountAsAnAttempt() throws Exception {
        for (String body :
                new String[] {"", "no json", "[]", "{\"username\":\"vsat\"}", "{\"username\":1,\"password\":2}"}) {
            assertThat(bench.send("POST", "/api/v1/auth/login", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(bench.login("vsat", "secret").status()).isEqualTo(200);
        assertThat(bench.send("GET", "/api/v1/auth/login", "").status()).isEqualTo(405);
    }

    @Test
    void theControlEndpointChangesCredentialsAndExpiresTokens() throws Exception {
        bench.login("vsat", "secret");
        bench.control("POST", "credentials", "{\"username\":\"vsat\",\"password\":\"changed\"}");
        assertThat(bench.get("circuits").status()).isEqualTo(200);
        assertThat(bench.login("vsat", "secret").status()).isEqualTo(401);

        bench.control("POST", "tokens/expire", "");
        assertThat(bench.get("circuits").text()).contains("token_expired");
        assertThat(bench.login("vsat", "changed").status()).isEqualTo(200);
        assertThat(bench.get("circuits").status()).isEqualTo(200);
    }
}
