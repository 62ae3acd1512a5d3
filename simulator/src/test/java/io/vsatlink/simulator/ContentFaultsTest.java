/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFaultsTest {
    private Bench bench;
    private List<?> real;

    @BeforeEach
    void login() throws Exception {
        bench = new Bench("--circuits", "100");
        bench.login("vsat", "secret");
        real = bench.get("circuits?pageSize=10").items();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void mutatesGivenRows() throws Exception {
        List<?> rows = struck("\"mutate\":{\"rows\":[0,3],\"set\":{\"serviceTier\":\"abc\"},\"remove\":[\"nms\"],"
                        + "\"append\":{\"newField\":[1]}}")
                .items();
        for (int i = 0; i < 10; i++) {
            Map<Object, Object> expected = new LinkedHashMap<>((Map<?, ?>) real.get(i));
            if (i == 0 || i == 3) {
                expected.put("serviceTier", "abc");
                expected.remove("nms");
                expected.put("newField", List.of(1));
            }
            assertThat((Object) rows.get(i)).isEqualTo(expected);
        }
    }

    @Test
    void mutatesAllRows() throws Exception {
        List<?> rows =
                struck("\"mutate\":{\"rows\":\"all\",\"remove\":[\"status\"]}").items();
        assertThat(rows).hasSize(10).noneMatch(row -> ((Map<?, ?>) row).containsKey("status"));
    }

    @Test
    void duplicatesAField() throws Exception {
        String text = struck("\"mutate\":{\"rows\":[2],\"duplicateField\":\"circuitId\"}")
                .text();
        String key = (String) ((Map<?, ?>) real.get(2)).get("circuitId");
        assertThat(text).containsOnlyOnce("\"circuitId\":\"" + key + "\",\"circuitId\":\"another circuitId\"");
    }

    @Test
    void replacesANumberByAnInvalidOne() throws Exception {
        assertThat(struck("\"nan\":{\"field\":\"serviceTier\"}").text()).containsOnlyOnce("\"serviceTier\":NaN,");
    }

    @Test
    void sendsHugeAndDeeplyNestedValues() throws Exception {
        Bench.Answer answer = struck("\"hugeString\":{\"field\":\"nms\",\"megabytes\":2,\"row\":1},"
                + "\"deep\":{\"field\":\"status\",\"levels\":3000}");
        assertThat(answer.text()).contains("\"nms\":\"" + "x".repeat(2 * 1024 * 1024) + "\"");
        assertThat(answer.text()).contains("\"status\":" + "[".repeat(3000) + "]".repeat(3000) + ",");
    }

    @Test
    void repeatsRowsAtTheEnd() throws Exception {
        List<Object> expected = new ArrayList<>(real);
        expected.addAll(real.subList(0, 2));
        assertThat(struck("\"duplicateItems\":2").items()).isEqualTo(expected);
    }

    @Test
    void sendsAWrongTotal() throws Exception {
        Bench.Answer answer = struck("\"total\":-15");
        assertThat(answer.at("totalItems")).isEqualTo(85);
        assertThat(answer.at("totalPages")).isEqualTo(9);
        assertThat(answer.items()).isEqualTo(real);
    }

    @Test
    void answersEveryRequestWithOnePage() throws Exception {
        bench.faults("[{\"path\":\"circuits\",\"repeatPage\":1}]");
        Bench.Answer answer = bench.get("circuits?page=7&pageSize=10");
        assertThat(answer.at("page")).isEqualTo(7);
        assertThat(answer.items()).isEqualTo(real);
    }

    @Test
    void doesNotChangeAnswersThatAreNotPages() throws Exception {
        bench.faults("[{\"path\":\"*\",\"total\":1}]");
        assertThat(bench.login("vsat", "secret").status()).isEqualTo(200);
        assertThat(bench.get("nowhere").at("error")).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"drop\":1",
                "\"drop\":true,\"cutAfterBytes\":1",
                "\"html\":true,\"status\":500",
                "\"gzip\":\"zip\"",
                "\"slowBytesPerSecond\":0",
                "\"mutate\":{}",
                "\"mutate\":{\"rows\":[-1]}",
                "\"mutate\":{\"rows\":\"all\",\"sets\":{}}",
                "\"nan\":{}",
                "\"hugeString\":{\"field\":\"nms\"}",
                "\"repeatPage\":0"
            })
    void nonsenseIsRefused(String fault) throws Exception {
        Bench.Answer answer = bench.control("POST", "faults", "[{\"path\":\"*\"," + fault + "}]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.at("message")).endsWith(".");
        assertThat(bench.get("circuits?pageSize=10").items()).isEqualTo(real);
    }

    private Bench.Answer struck(String fault) throws Exception {
        bench.faults("[{\"path\":\"circuits\"," + fault + "}]");
        return bench.get("circuits?pageSize=10");
    }
}
