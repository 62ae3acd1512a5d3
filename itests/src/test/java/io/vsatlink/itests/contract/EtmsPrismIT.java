/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prism, a third-party tool, checks all calls of ETMS against the OpenAPI document, and answers one from it. */
class EtmsPrismIT {
    private static final String LIST = "ticket-lists/VSAT-ALL/tickets";

    private static SimulatorProcess simulator;

    @BeforeAll
    static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "400", "--seed", "5", "--tickets", "350");
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
    void aRoundOfAllCallsThroughTheProxyViolatesNothingInEitherDirection() throws Exception {
        try (PrismProcess prism = PrismProcess.proxy(OpenApi.ETMS, simulator.base())) {
            EtmsCaller stranger = new EtmsCaller(prism.base());
            EtmsRound round = EtmsRound.begin(stranger);
            String ticket = round.run();
            meetRefusals(stranger, round.caller(), ticket);
            new PrismVerdict(prism).isThatNothingIsWrong();
        }
    }

    private static void meetRefusals(EtmsCaller stranger, EtmsCaller caller, String ticket) throws Exception {
        assertEquals(401, stranger.open("wrong", false).statusCode());
        assertEquals(
                409,
                caller.send("POST", "tickets", EtmsRound.draft(EtmsRound.REFERENCE))
                        .statusCode());
        assertEquals(404, caller.get("tickets/ETM1").statusCode());
        assertEquals(
                412,
                caller.with("If-Match", "\"1\"")
                        .send("PATCH", ticket, "{\"severity\":4}")
                        .statusCode());
        assertEquals(401, caller.with("x-apikey", "guess").get(LIST).statusCode());
        simulator.post(
                "faults",
                """
                [{"path":"etms/tickets","times":1,"afterwards":true,"apigee":"GatewayTimeout"},
                 {"path":"etms/**","skip":1,"times":1,"apigee":"QuotaViolation","headers":{"Retry-After":"1"}},
                 {"path":"etms/**","skip":2,"times":1,"apigee":"SpikeArrestViolation","status":500},
                 {"path":"etms/**","skip":3,"times":1,"status":503,"body":"<h1>Maintenance</h1>"}]
                """);
        for (int status : new int[] {504, 429, 500, 503, 409}) {
            assertEquals(
                    status,
                    caller.send("POST", "tickets", EtmsRound.draft("VSL-3")).statusCode());
        }
        simulator.post("etms/sessions/expire", "");
        assertEquals(401, caller.get(LIST).statusCode());
        simulator.post("etms/sessions/revoke", "");
        assertEquals(401, caller.get(LIST).statusCode());
    }

    @Test
    void aViolationInEitherDirectionIsReported() throws Exception {
        try (PrismProcess prism = PrismProcess.proxy(OpenApi.ETMS, simulator.base())) {
            PrismVerdict verdict = new PrismVerdict(prism);
            EtmsCaller caller = new EtmsCaller(prism.base()).loggedIn();

            verdict.reports(caller.with("x-apikey", "").get(LIST), "request", "Invalid security scheme used");
            verdict.reports(caller.with("Route-To", "").get(LIST), "request.header", "route-to");
            verdict.reports(
                    caller.send("POST", "tickets", "{\"summary\":\"s\",\"circuitId\":\"VS1\"}"),
                    "request.body",
                    "must have required property 'category'");

            fault("\"mutate\":{\"rows\":[0],\"set\":{\"severity\":\"high\"}}");
            verdict.reports(caller.get(LIST), "response.body.tickets.0.severity", "must be integer");
            fault("\"mutate\":{\"rows\":[0],\"remove\":[\"ticketId\"]}");
            verdict.reports(caller.get(LIST), "response.body.tickets.0", "must have required property 'ticketId'");
            fault("\"html\":true");
            verdict.reports(caller.get(LIST), "response", "media type");
        }
    }

    private static void fault(String what) {
        simulator.post("faults", "[{\"path\":\"etms/ticket-lists/*/tickets\"," + what + "}]");
    }

    @Test
    void theDocumentAloneIsEnoughForARoundOfAllCalls() throws Exception {
        try (PrismProcess prism = PrismProcess.mock(OpenApi.ETMS)) {
            EtmsRound.begin(new EtmsCaller(prism.base())).run();
            assertEquals(List.of(), prism.violations());
        }
    }
}
