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

class LiveRowsTest {
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
    void removedRowsShiftTheFollowingOnes() throws Exception {
        List<Object> before = bench.pages("circuits", 10);
        String first = (String) ((Map<?, ?>) before.get(0)).get("circuitId");
        rows("circuits", "{\"removeKeys\":[\"" + first + "\"]}");
        assertThat(bench.get("circuits?page=2&pageSize=10").items()).isEqualTo(before.subList(11, 21));
        assertThat(bench.get("circuits?pageSize=10").at("totalItems")).isEqualTo(99);
        assertThat(bench.pages("circuits", 10)).isEqualTo(before.subList(1, 100));
    }

    @Test
    void changedRowsHaveANewTimeAndOneChangedField() throws Exception {
        for (String path : Bench.PATHS) {
            Map<String, Map<?, ?>> before = byKey(bench.truth(path));
            List<?> changed = (List<?>) rows(path, "{\"change\":1}").at("changed");
            Map<String, Map<?, ?>> after = byKey(bench.truth(path));
            assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
            after.forEach((key, row) -> {
                Map<Object, Object> differing = new LinkedHashMap<>(row);
                differing.entrySet().removeAll(before.get(key).entrySet());
                assertThat(differing).as(path + " " + key).hasSize(changed.contains(key) ? 2 : 0);
                assertThat(differing.containsKey("lastModified")).isEqualTo(changed.contains(key));
            });
        }
    }

    @Test
    void pagesAndControlEndpointAgreeAfterManyChanges() throws Exception {
        for (String path : Bench.PATHS) {
            for (int round = 0; round < 4; round++) {
                int total = bench.truth(path).size();
                Bench.Answer done = rows(path, "{\"add\":9,\"change\":5,\"remove\":7}");
                assertThat((List<?>) done.at("added")).hasSize(9);
                int removed = ((List<?>) done.at("removed")).size();
                List<Object> rows = bench.pages(path, 13);
                assertThat(rows).as(path).hasSize(total + 9 - removed).isEqualTo(bench.truth(path));
                assertThat(byKey(rows)).hasSameSizeAs(rows);
                assertThat(byKey(rows).keySet()).doesNotContainAnyElementsOf(keys(done.at("removed")));
                assertThat(byKey(rows).keySet()).containsAll(keys(done.at("added")));
            }
        }
    }

    @Test
    void theSameRequestsSelectTheSameRows() throws Exception {
        try (Bench other = new Bench("--circuits", "100")) {
            for (String request : List.of("{\"remove\":3}", "{\"change\":3}", "{\"add\":2,\"remove\":1}")) {
                assertThat(other.control("POST", "rows/devices", request).text())
                        .isEqualTo(rows("devices", request).text());
            }
        }
    }

    @Test
    void setsOnlyTheGivenFields() throws Exception {
        Map<String, Map<?, ?>> before = byKey(bench.truth("customers"));
        String key = before.keySet().iterator().next();
        rows(
                "customers",
                "{\"set\":{\"" + key + "\":{\"customerName\":\"=1+1\",\"gchId\":null,\"extra\":{\"a\":[1]}}}}");
        Map<Object, Object> expected = new LinkedHashMap<>(before.get(key));
        expected.put("customerName", "=1+1");
        expected.put("gchId", null);
        expected.put("extra", Map.of("a", List.of(1)));
        assertThat((Object) byKey(bench.truth("customers")).get(key)).isEqualTo(expected);
    }

    @Test
    void anEmptyDatasetIsServed() throws Exception {
        rows("esp-pirs", "{\"remove\":1000}");
        assertThat(bench.truth("esp-pirs")).isEmpty();
        assertThat(bench.get("esp-pirs").at("totalPages")).isEqualTo(0);
        rows("esp-pirs", "{\"add\":2}");
        assertThat(bench.pages("esp-pirs", 1)).hasSize(2).isEqualTo(bench.truth("esp-pirs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"ad\":1}",
                "{\"add\":-1}",
                "{\"add\":\"1\"}",
                "{\"removeKeys\":[\"nobody\"]}",
                "{\"set\":{\"nobody\":{}}}",
                "{\"set\":[]}",
                "{\"add\":1,\"set\":{\"100417\":{\"customerNumber\":\"1\"}}}"
            })
    void malformedOrImpossibleChangesChangeNothing(String body) throws Exception {
        List<Object> before = bench.truth("customers");
        Bench.Answer answer = bench.control("POST", "rows/customers", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(bench.truth("customers")).isEqualTo(before);
    }

    private Bench.Answer rows(String path, String change) throws Exception {
        Bench.Answer answer = bench.control("POST", "rows/" + path, change);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static List<String> keys(Object list) {
        List<String> keys = new ArrayList<>();
        ((List<?>) list).forEach(key -> keys.add((String) key));
        return keys;
    }

    /** Returns the key of a row, which is its first field. */
    private static Map<String, Map<?, ?>> byKey(List<Object> rows) {
        Map<String, Map<?, ?>> byKey = new LinkedHashMap<>();
        for (Object row : rows) {
            Map<?, ?> fields = (Map<?, ?>) row;
            byKey.put((String) fields.values().iterator().next(), fields);
        }
        return byKey;
    }
}
