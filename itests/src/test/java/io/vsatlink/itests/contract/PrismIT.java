/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prism, a third-party tool, checks our calls and the simulator's responses against the OpenAPI document, and serves
 * responses from it.
 */
class PrismIT {
    private static final int PAGES = 3;
    private static final String CIRCUITS = "/api/v1/circuits";

    private static SimulatorProcess simulator;

    @TempDir
    Path folder;

    @BeforeAll
    static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "400", "--seed", "5");
    }

    @AfterAll
    static void theVendorEnds() {
        simulator.close();
    }

    @AfterEach
    void theVendorIsWell() {
        simulator.clearFaults();
    }

    @Test
    void aFullPollThroughTheProxyViolatesNothingInEitherDirection() throws Exception {
        try (PrismProcess prism = PrismProcess.proxy(OpenApi.FILE, simulator.base());
                PolledVendor polled = PolledVendor.start(folder, prism.base(), somePages())) {
            polled.awaitRows(PrismIT::rows);
            JsonNode pages = calls().path("pages");
            for (Dataset dataset : Dataset.values()) {
                assertTrue(pages.path(Vendor.path(dataset)).asInt() >= PAGES, pages.toString());
            }

            meetRefusals(prism, polled);

            new PrismVerdict(prism).isThatNothingIsWrong();
        }
    }

    /** An expired token, a gateway error page and a quota during polls; wrong passwords until an account is locked. */
    private static void meetRefusals(PrismProcess prism, PolledVendor polled) throws Exception {
        simulator.post("reset-calls", "{}");
        simulator.post("tokens/expire", "{}");
        simulator.post(
                "faults",
                """
                [{"path":"devices","page":2,"times":1,
                  "status":503,"headers":{"Retry-After":"1"},"body":"<h1>Maintenance</h1>"},
                 {"path":"devices","page":3,"times":1,
                  "status":429,"headers":{"Retry-After":"1"},"body":"{\\"error\\":\\"quota_exceeded\\"}"}]
                """);
        Bean devices = polled.row(Dataset.DEVICES);
        assertTrue(devices.call("poll").startsWith("1 queued"));
        Await.until(
                "the refusals are over",
                () -> calls().path("statuses").path("200").asInt() > PAGES
                        && devices.text("Status").equals("Succeeded"));
        for (String status : List.of("401", "429", "503")) {
            assertTrue(calls().path("statuses").has(status), status + " in " + calls());
        }
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertEquals(401, caller(prism).login("somebody", "wrong").statusCode());
        }
        assertEquals(423, caller(prism).login("somebody", "wrong").statusCode());
    }

    @Test
    void aViolationInEitherDirectionIsReported() throws Exception {
        try (PrismProcess prism = PrismProcess.proxy(OpenApi.FILE, simulator.base())) {
            PrismVerdict verdict = new PrismVerdict(prism);
            Caller caller = caller(prism);
            Optional<String> token = Optional.of(caller.token());

            verdict.reports(caller.get(CIRCUITS, Optional.empty()), "request", "Invalid security scheme used");
            verdict.reports(caller.get(CIRCUITS + "?page=first", token), "request.query.page", "must be integer");

            String row = "response.body.items.1";
            fault("\"mutate\":{\"rows\":[1],\"set\":{\"serviceTier\":\"3\"}}");
            verdict.reports(caller.get(CIRCUITS, token), row + ".serviceTier", "must be integer");
            fault("\"mutate\":{\"rows\":[1],\"set\":{\"lastModified\":\"yesterday\"}}");
            verdict.reports(caller.get(CIRCUITS, token), row + ".lastModified", "must match format");
            fault("\"mutate\":{\"rows\":[1],\"remove\":[\"circuitId\"]}");
            verdict.reports(caller.get(CIRCUITS, token), row, "must have required property 'circuitId'");
            fault("\"html\":true");
            verdict.reports(caller.get(CIRCUITS, token), "response", "media type");
            fault("\"status\":418,\"body\":\"{}\"");
            verdict.reports(caller.get(CIRCUITS, token), "response", "status code");
        }
    }

    private static void fault(String what) {
        simulator.post("faults", "[{\"path\":\"circuits\"," + what + "}]");
    }

    @Test
    void theConnectorLogsInAtAMockOfTheDocumentAndPollsAllDatasets() throws Exception {
        OpenApi document = OpenApi.read();
        Profile profile = Profile.read();
        ToLongFunction<Dataset> examples = dataset -> document.operation(
                        "get", profile.listings().get(dataset.key()).path())
                .example("200")
                .path("items")
                .size();
        try (PrismProcess prism = PrismProcess.mock(OpenApi.FILE);
                PolledVendor polled = PolledVendor.start(folder, prism.base(), Map.of())) {
            polled.awaitRows(examples);
            assertEquals("Success", polled.loginStatus());
            assertEquals(List.of(), prism.violations());
        }
    }

    private static Map<String, String> somePages() {
        return Arrays.stream(Dataset.values())
                .collect(Collectors.toMap(
                        dataset -> dataset.key() + ".itemsPerPage", dataset -> String.valueOf(rows(dataset) / PAGES)));
    }

    private static JsonNode calls() throws Exception {
        return new Vendor(simulator.port()).calls();
    }

    private static long rows(Dataset dataset) {
        return simulator.truth(Vendor.path(dataset)).count();
    }

    private static Caller caller(PrismProcess prism) {
        return new Caller(prism.base());
    }
}
