/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All refusals of the simulator's ETMS have a status and code from the OpenAPI document. */
class EtmsRefusalsContractTest {
    private static final String LIST = "/etms/v1/ticket-lists/{ticketListId}/tickets";
    private static final String TICKETS = "/etms/v1/tickets";
    private static final String A_LIST = "ticket-lists/VSAT-ALL/tickets";

    private static SimulatorProcess simulator;
    private static EtmsCaller stranger;

    private final OpenApi document;
    private EtmsCaller caller;

    public EtmsRefusalsContractTest() throws Exception {
        document = OpenApi.read(OpenApi.ETMS);
    }

    @BeforeAll
    static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "50", "--tickets", "20");
        stranger = new EtmsCaller(simulator.base());
    }

    @AfterAll
    static void theVendorEnds() {
        simulator.close();
    }

    @BeforeEach
    void somebodyIsLoggedIn() throws Exception {
        simulator.post(
                "etms/gateway", """
                {"rateStatus":429,"tokenStatus":401,"quota":0,"spikeArrest":0}""");
        caller = stranger.loggedIn();
    }

    @Test
    void gatewayRefusalsAreDocumented() throws Exception {
        Operation session = document.operation("post", "/etms/v1/session");
        Operation list = document.operation("get", LIST);
        assertRefusal(session, 401, stranger.open("wrong", false));
        assertRefusal(session, 401, stranger.open("secret", true));
        assertRefusal(list, 401, caller.with("x-apikey", "").get(A_LIST));
        assertRefusal(list, 401, caller.with("x-apikey", "guess").get(A_LIST));
        assertRefusal(list, 400, caller.with("Route-To", "").get(A_LIST));
        assertRefusal(list, 400, caller.with("X-Correlation-Id", "").get(A_LIST));
        assertRefusal(list, 401, caller.with("Authorization", "").get(A_LIST));
        simulator.post("etms/sessions/expire", "");
        assertRefusal(list, 401, caller.get(A_LIST));
        simulator.post(
                "etms/gateway",
                """
                {"rateStatus":500,"tokenStatus":500,"quota":1,"quotaSeconds":3600}""");
        assertRefusal(list, 500, caller.get(A_LIST));
        assertRefusal(list, 500, caller.get(A_LIST));
        simulator.post("etms/gateway", "{\"rateStatus\":429,\"quota\":0,\"spikeArrest\":1}");
        assertEquals(401, stranger.open("wrong", false).statusCode());
        assertRefusal(session, 429, stranger.open("secret", false));
    }

    @Test
    void etmsRefusalsAreDocumented() throws Exception {
        Operation create = document.operation("post", TICKETS);
        Operation update = document.operation("patch", TICKETS + "/{ticketId}");
        Operation note = document.operation("post", TICKETS + "/{ticketId}/activities");
        String ticket = "tickets/"
                + Caller.json(caller.send("POST", "tickets", EtmsRound.draft("VSL-2")))
                        .path("ticketId")
                        .asText();
        assertRefusal(create, 409, caller.send("POST", "tickets", EtmsRound.draft("VSL-2")));
        assertRefusal(create, 400, caller.send("POST", "tickets", "{\"tiket\":1}"));
        assertRefusal(create, 422, caller.send("POST", "tickets", "{\"summary\":\"no category\"}"));
        assertRefusal(update, 422, caller.send("PATCH", ticket, "{\"severity\":9}"));
        assertRefusal(update, 412, caller.with("If-Match", "\"9\"").send("PATCH", ticket, "{\"severity\":1}"));
        assertRefusal(update, 404, caller.send("PATCH", "tickets/ETM1", "{\"severity\":1}"));
        String log = ticket + "/activities";
        assertEquals(201, caller.send("POST", log, EtmsRound.note("VSL-2-n1")).statusCode());
        assertRefusal(note, 409, caller.send("POST", log, EtmsRound.note("VSL-2-n1")));
        assertRefusal(note, 422, caller.send("POST", log, "{\"type\":\"NOTE\",\"text\":\" \"}"));
        assertRefusal(document.operation("get", TICKETS), 400, caller.get("tickets"));
        assertRefusal(document.operation("get", LIST), 400, caller.get(A_LIST + "?limit=0"));
        assertRefusal(document.operation("get", LIST), 404, caller.get("ticket-lists/VSAT-MINE/tickets"));
    }

    private static void assertRefusal(Operation operation, int status, HttpResponse<String> answer) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        operation.assertTells(status, Caller.json(answer));
    }
}
