/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnTest {
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
    void rowsChangeBeforeEachPageUpToTheGivenNumberOfPages() throws Exception {
        List<Object> before = bench.truth("circuits");
        churn("""
                {"path":"circuits","perPage":2,"kinds":["remove"],"pages":3}""");
        for (int left : new int[] {98, 96, 94, 94}) {
            assertThat(bench.get("circuits").at("totalItems")).isEqualTo(left);
        }
        assertThat(before).containsAll(bench.truth("circuits"));
        assertThat(bench.get("devices").at("totalItems")).isEqualTo(300);
    }

    @Test
    void theKindsOfChangesAlternate() throws Exception {
        churn("{\"path\":\"circuits\",\"kinds\":[\"add\",\"add\",\"remove\"]}");
        for (int total : new int[] {101, 102, 101, 102}) {
            assertThat(bench.get("circuits").at("totalItems")).isEqualTo(total);
        }
    }

    @Test
    void deletingTheChurnEndsIt() throws Exception {
        churn("{\"path\":\"circuits\",\"kinds\":[\"add\"]}");
        assertThat(bench.get("circuits").at("totalItems")).isEqualTo(101);
        bench.control("DELETE", "churn", "");
        assertThat(bench.get("circuits").at("totalItems")).isEqualTo(101);
    }

    @Test
    void theOptionChangesEveryDatasetFromTheStart() throws Exception {
        try (Bench churning = new Bench("--circuits", "100", "--churn", "3")) {
            churning.login("vsat", "secret");
            List<Object> before = churning.truth("devices");
            assertThat(churning.get("devices").at("totalItems")).isEqualTo(300);
            List<Object> after = churning.truth("devices");
            assertThat(before).isNotEqualTo(after);
            after.removeAll(before);
            assertThat(after).as("one added, one changed").hasSize(2);
        }
    }

    @Test
    void rowsAddedAtTheFrontShiftTheOthers() throws Exception {
        List<Object> before = bench.pages("circuits", 10);
        add("circuits", "front", 2);
        add("circuits", "front", 1);
        assertThat(bench.get("circuits?page=2&pageSize=10").items()).isEqualTo(before.subList(7, 17));
        assertThat(bench.pages("circuits", 10)).isEqualTo(bench.truth("circuits"));
    }

    @Test
    void rowsAddedAtTheEndShiftNoOthers() throws Exception {
        List<Object> before = bench.pages("circuits", 10);
        add("circuits", "anywhere", 0);
        add("circuits", "end", 3);
        assertThat(bench.pages("circuits", 10).subList(0, 100)).isEqualTo(before);
    }

    @Test
    void pagesAndControlEndpointAgreeWhereverRowsChange() throws Exception {
        for (String at : List.of("anywhere", "front", "anywhere", "end", "anywhere")) {
            add("devices", at, 40);
            bench.control("POST", "rows/devices", "{\"remove\":60}");
            assertThat(bench.pages("devices", 7)).as(at).isEqualTo(bench.truth("devices"));
        }
        bench.control("POST", "rows/devices", "{\"remove\":1000}");
        add("devices", "anywhere", 5);
        assertThat(bench.pages("devices", 7)).hasSize(5).isEqualTo(bench.truth("devices"));
    }

    @Test
    void aRandomPositionIsNotTheEnd() throws Exception {
        List<Object> before = bench.truth("devices");
        add("devices", "anywhere", 20);
        List<Object> after = bench.truth("devices");
        assertThat(after.subList(0, 300)).isNotEqualTo(before);
        after.retainAll(before);
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"path\":\"*\"}",
                "{\"path\":\"circuits\",\"perPage\":0}",
                "{\"path\":\"circuits\",\"kinds\":[\"adds\"]}",
                "{\"path\":\"circuits\",\"at\":\"middle\"}",
                "{\"path\":\"circuits\",\"page\":1}"
            })
    void whatIsNotUnderstoodChurnsNothing(String body) throws Exception {
        assertThat(bench.control("POST", "churn", body).status()).isEqualTo(400);
        List<Object> before = bench.truth("circuits");
        bench.get("circuits");
        assertThat(bench.truth("circuits")).isEqualTo(before);
    }

    private void churn(String body) throws Exception {
        assertThat(bench.control("POST", "churn", body).status()).isEqualTo(200);
    }

    private void add(String path, String at, int rows) throws Exception {
        String body = "{\"add\":%d,\"at\":\"%s\"}".formatted(rows, at);
        assertThat((List<?>) bench.control("POST", "rows/" + path, body).at("added"))
                .hasSize(rows);
    }
}
