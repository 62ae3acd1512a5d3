/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallLogTest {
    @Test
    void countsCallsAndResetsOnDemand() throws Exception {
        try (Bench bench = new Bench("--circuits", "10")) {
            bench.login("vsat", "wrong");
            bench.login("vsat", "secret");
            bench.get("circuits?page=1");
            bench.get("circuits?page=2");
            bench.get("nothing");
            Bench.Answer calls = bench.control("GET", "calls", "");
            assertThat(calls.at("requests")).isEqualTo(5);
            assertThat(calls.at("logins")).isEqualTo(2);
            assertThat(calls.at("loginFailures")).isEqualTo(1);
            assertThat(((Map<?, ?>) calls.at("pages")).get("circuits")).isEqualTo(2);
            assertThat(((Map<?, ?>) calls.at("pages")).get("devices")).isEqualTo(0);

            bench.control("POST", "reset-calls", "");
            assertThat(bench.control("GET", "calls", "").at("requests")).isEqualTo(0);
        }
    }

    @Test
    void storesTheLastThousandCallsWithoutCredentials() throws Exception {
        try (Bench bench = new Bench("--circuits", "10")) {
            String token = (String) bench.login("vsat", "secret").at("token");
            for (int page = 1; page <= 1005; page++) {
                bench.get("customers?page=" + page);
            }
            Bench.Answer log = bench.control("GET", "calls/log", "");
            List<?> entries = (List<?>) log.json();
            assertThat(entries).hasSize(1000);
            Map<?, ?> last = (Map<?, ?>) entries.get(999);
            assertThat(last.get("target")).isEqualTo("/api/v1/customers?page=1005");
            assertThat(last.get("status")).isEqualTo(200);
            assertThat(((Map<?, ?>) last.get("credentials")).get("Authorization"))
                    .isEqualTo(true);
            assertThat(log.text()).doesNotContain(token);
        }
    }
}
