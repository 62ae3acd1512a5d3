/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulator and the OpenAPI document agree, in both directions. */
class SimulatorContractTest {
    private static final String LOGIN = "/api/v1/auth/login";
    private static SimulatorProcess simulator;
    private static Caller caller;

    private final OpenApi document;
    private final ServedFields served;

    public SimulatorContractTest() throws Exception {
        document = OpenApi.read();
        served = new ServedFields(document);
    }

    @BeforeAll
    static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "400", "--seed", "3");
        caller = new Caller(simulator.base());
    }

    @AfterAll
    static void theVendorEnds() {
        simulator.close();
    }

    @Test
    void everyDocumentedFieldIsServedWithItsTypeAndNoOtherField() throws Exception {
        String token = caller.token();
        for (String path : listings()) {
            JsonNode pageSchema = document.operation("get", path).schema("200");
            Map<String, JsonNode> told =
                    document.fields(document.at(pageSchema, "/items").path("items"));
            Set<String> seen = new TreeSet<>();
            int pages = 1;
            for (int number = 1; number <= pages; number++) {
                JsonNode page = Caller.json(caller.get(path + "?page=" + number + "&pageSize=200", Optional.of(token)));
                assertEquals(document.fields(pageSchema).keySet(), OpenApi.names(page), path);
                pages = page.path("totalPages").asInt();
                for (JsonNode item : page.path("items")) {
                    served.look(path, item, told, seen);
                }
            }
            seen.removeAll(ServedFields.UNTOLD);
            assertEquals(told.keySet(), seen, path);
        }
    }

    @Test
    void refusalsHaveTheDocumentedStatusesAndCodes() throws Exception {
        Operation login = document.operation("post", LOGIN);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertRefusal(login, 401, caller.login("somebody", "wrong"));
        }
        assertRefusal(login, 423, caller.login("somebody", "wrong"));
        Optional<String> token = Optional.of(caller.token());
        for (String path : listings()) {
            Operation listing = document.operation("get", path);
            assertRefusal(listing, 401, caller.get(path, Optional.empty()));
            assertRefusal(listing, 400, caller.get(path + "?page=0", token));
            assertRefusal(listing, 404, caller.get(path + "-of-another-vendor", token));
        }
        assertEquals("{\"done\":true}", simulator.post("tokens/expire", "{}"));
        String path = listings().iterator().next();
        assertRefusal(document.operation("get", path), 401, caller.get(path, token));
    }

    @Test
    void anExceededQuotaHasTheDocumentedCodeAndARetryAfter() throws Exception {
        try (SimulatorProcess strict = SimulatorProcess.start("--circuits", "50", "--quota", "1")) {
            Caller hasty = new Caller(strict.base());
            HttpResponse<String> answer = hasty.login("vsat", "secret");
            while (answer.statusCode() == 200) {
                answer = hasty.login("vsat", "secret");
            }
            assertRefusal(document.operation("post", LOGIN), 429, answer);
            assertEquals(Optional.of("1"), answer.headers().firstValue("Retry-After"));
        }
    }

    private static void assertRefusal(Operation operation, int status, HttpResponse<String> answer) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        operation.assertTells(status, Caller.json(answer));
    }

    private Set<String> listings() {
        Set<String> paths = new TreeSet<>(document.paths());
        paths.remove(LOGIN);
        return paths;
    }
}
