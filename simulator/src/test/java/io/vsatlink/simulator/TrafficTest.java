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
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TrafficTest {
    @Test
    void latencyAppliesToPagesAndNotToLogins() throws Exception {
        try (Bench bench = new Bench("--circuits", "20", "--latency", "1500", "--jitter", "5")) {
            bench.login("vsat", "secret");
            Instant before = Instant.now();
            assertThat(bench.get("circuits").items()).hasSize(20);
            assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(1500));
            List<?> log = (List<?>) bench.control("GET", "calls/log", "").json();
            assertThat((int) ((Map<?, ?>) log.get(0)).get("ms")).isLessThan(1500);
            assertThat((int) ((Map<?, ?>) log.get(1)).get("ms")).isGreaterThanOrEqualTo(1500);
        }
    }

    @Test
    void aHundredCallsWaitAtOnceAndTheControlEndpointStillAnswers() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(100);
        List<Future<String>> calls = new ArrayList<>();
        try (Bench bench = new Bench("--circuits", "20", "--latency", "600000")) {
            bench.login("vsat", "secret");
            bench.faults("[{\"path\":\"*\",\"delayMillis\":1}]");
            for (int i = 0; i < 100; i++) {
                calls.add(clients.submit(() -> bench.wire("circuits")));
            }
            while ((int) firstRule(bench).get("struck") < 100) {
                Thread.onSpinWait();
            }
            assertThat(bench.control("GET", "calls", "").at("requests")).isEqualTo(1);
            assertThat(calls).noneMatch(Future::isDone);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void callsBeyondTheQuotaAreRefusedWithRetryAfter() throws Exception {
        try (Bench bench = new Bench("--circuits", "20", "--quota", "1")) {
            Bench.Answer refused = bench.login("vsat", "secret");
            while (refused.status() != 429) {
                refused = bench.login("vsat", "secret");
            }
            assertThat(refused.headers().get("Retry-After")).containsExactly("1");
            assertThat(refused.at("error")).isEqualTo("quota_exceeded");
            assertThat(bench.control("GET", "calls", "").status()).isEqualTo(200);
        }
    }

    @Test
    void callsBeyondTheQuotaCanBeRefusedWithoutRetryAfter() throws Exception {
        try (Bench bench = new Bench("--circuits", "20", "--quota", "1", "--quota-no-retry-after")) {
            Bench.Answer refused = bench.login("vsat", "secret");
            while (refused.status() != 429) {
                refused = bench.login("vsat", "secret");
            }
            assertThat(refused.headers()).doesNotContainKey("Retry-After");
        }
    }

    private static Map<?, ?> firstRule(Bench bench) throws Exception {
        return (Map<?, ?>) ((List<?>) bench.control("GET", "faults", "").json()).get(0);
    }
}
