/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private Bench bench;

    @BeforeEach
    void login() throws Exception {
        bench = new Bench("--circuits", "100");
        bench.login("vsat", "secret");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void skipsTheFirstCallsThenAppliesToTheGivenNumber() throws Exception {
        fault("[{\"path\":\"circuits\",\"skip\":1,\"times\":2,\"status\":503}]");
        assertThat(statuses("circuits", 5)).containsExactly(200, 503, 503, 200, 200);
        assertThat(statuses("devices", 1)).containsExactly(200);
    }

    @Test
    void appliesToEveryThirdCallUpToTheLimit() throws Exception {
        fault("""
                [{"path":"circuits","skip":1,"every":3,"times":2,"status":503}]""");
        assertThat(statuses("circuits", 9)).containsExactly(200, 503, 200, 200, 503, 200, 200, 200, 200);
    }

    @Test
    void appliesOnlyToTheGivenPage() throws Exception {
        fault(
                """
                        [{"path":"devices","page":2,"status":500,"headers":{"Retry-After":"7"},\
                        "body":"<h1>Oops</h1>"}]""");
        assertThat(statuses("devices?page=1", 1)).containsExactly(200);
        Bench.Answer struck = bench.get("devices?page=2");
        assertThat(struck.status()).isEqualTo(500);
        assertThat(struck.text()).isEqualTo("<h1>Oops</h1>");
        assertThat(struck.headers().get("Retry-After")).containsExactly("7");
        assertThat(struck.headers().get("Content-Type")).containsExactly("text/html; charset=utf-8");
    }

    @Test
    void aStarMatchesAllAndTheFirstApplicableRuleWins() throws Exception {
        fault("""
                [{"path":"auth/login","times":1,"status":502},{"path":"*","status":429}]""");
        assertThat(bench.login("vsat", "secret").status()).isEqualTo(502);
        assertThat(bench.login("vsat", "secret").status()).isEqualTo(429);
        assertThat(statuses("customers", 1)).containsExactly(429);
        assertThat(bench.control("GET", "calls", "").status()).isEqualTo(200);
    }

    @Test
    void aDelayAloneIsALateButCompleteAnswer() throws Exception {
        String prompt = bench.get("customers").text();
        fault("[{\"path\":\"customers\",\"delayMillis\":300}]");
        Instant before = Instant.now();
        assertThat(bench.get("customers").text()).isEqualTo(prompt);
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void supportsStatusesWithoutABody() throws Exception {
        fault("""
                [{"path":"customers","times":1,"status":204},{"path":"customers","status":200}]""");
        assertThat(bench.get("customers").status()).isEqualTo(204);
        assertThat(bench.get("customers").bytes()).isEmpty();
    }

    @Test
    void clearingTheRulesEndsTheFaults() throws Exception {
        fault("[{\"path\":\"*\",\"status\":503}]");
        assertThat(statuses("circuits", 1)).containsExactly(503);
        assertThat(bench.control("DELETE", "faults", "").status()).isEqualTo(200);
        assertThat(statuses("circuits", 1)).containsExactly(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "[{}]",
                "[{\"path\":\"circuits\"}]",
                "[{\"path\":\"*\",\"staus\":503}]",
                "[{\"path\":\"*\",\"status\":99}]",
                "[{\"path\":\"*\",\"body\":\"x\"}]",
                "[{\"path\":\"*\",\"times\":-1,\"status\":500}]"
            })
    void aMalformedRuleChangesNothing(String rules) throws Exception {
        fault("[{\"path\":\"circuits\",\"status\":503}]");
        Bench.Answer answer = bench.control("POST", "faults", rules);
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.at("message")).endsWith(".");
        assertThat(statuses("circuits", 1)).containsExactly(503);
    }

    private void fault(String rules) throws Exception {
        assertThat(bench.control("POST", "faults", rules).status()).isEqualTo(200);
    }

    private List<Integer> statuses(String path, int calls) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            statuses.add(bench.get(path).status());
        }
        return statuses;
    }
}
