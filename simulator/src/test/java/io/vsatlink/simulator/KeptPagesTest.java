/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class KeptPagesTest {
    @Test
    void cachedPagesEqualStreamedPages() throws Exception {
        try (Bench kept = new Bench("--circuits", "200", "--prerender");
                Bench streamed = new Bench("--circuits", "200")) {
            streamed.login("vsat", "secret");
            String token = (String) kept.login("vsat", "secret").at("token");
            for (int round = 1; round <= 2; round++) {
                for (String page : new String[] {"circuits", "circuits?page=2&pageSize=30", "devices?pageSize=30"}) {
                    String expected = streamed.get(page).text();
                    assertThat(kept.get(page).text()).isEqualTo(expected);
                    Bench.Answer packed = kept.send(
                            "GET",
                            "/api/v1/" + page,
                            "",
                            "Authorization",
                            "Bearer " + token,
                            "Accept-Encoding",
                            "gzip");
                    GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()));
                    assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void changedRowsAndFaultsTakeEffectAtOnce() throws Exception {
        try (Bench bench = new Bench("--circuits", "200", "--prerender")) {
            bench.login("vsat", "secret");
            assertThat(bench.pages("circuits", 30)).isEqualTo(bench.truth("circuits"));
            bench.control("POST", "rows/circuits", "{\"add\":3,\"at\":\"front\",\"change\":5,\"remove\":2}");
            assertThat(bench.pages("circuits", 30)).isEqualTo(bench.truth("circuits"));
            bench.faults("[{\"path\":\"circuits\",\"total\":7}]");
            assertThat(bench.get("circuits").at("totalItems")).isEqualTo(208);
        }
    }
}
