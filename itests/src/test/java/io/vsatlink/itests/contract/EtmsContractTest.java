/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulator's ETMS and the OpenAPI document agree, in both directions. */
class EtmsContractTest {
    private static final String SESSION = "/etms/v1/session";
    private static final String LIST = "/etms/v1/ticket-lists/{ticketListId}/tickets";
    private static final String TICKETS = "/etms/v1/tickets";
    private static final String ACTIVITIES = "/etms/v1/tickets/{ticketId}/activities";

    private static SimulatorProcess simulator;
    private static EtmsCaller stranger;

    private final OpenApi document;
    private final ServedFields served;

    public EtmsContractTest() throws Exception {
        document = OpenApi.read(OpenApi.ETMS);
        served = new ServedFields(document);
    }

    @BeforeAll
    static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "400", "--seed", "3", "--tickets", "400");
        stranger = new EtmsCaller(simulator.base());
    }

    @AfterAll
    static void theVendorEnds() {
        simulator.close();
    }

    @Test
    void everyDocumentedFieldIsServedWithItsTypeAndNoOtherField() throws Exception {
        EtmsCaller caller = stranger.loggedIn();
        String worked = new EtmsRound(caller).run();
        JsonNode session = Caller.json(stranger.open("secret", false));
        assertEquals(fields(SESSION, "post", "200").keySet(), OpenApi.names(session));

        Map<String, JsonNode> ticket = document.fields(itemOf(LIST, "/tickets"));
        Set<String> seen = new TreeSet<>();
        Set<String> inLogs = new TreeSet<>();
        JsonNode list = Caller.json(caller.get("ticket-lists/VSAT-ALL/tickets?limit=500"));
        assertEquals(fields(LIST, "get", "200").keySet(), OpenApi.names(list));
        for (JsonNode item : list.path("tickets")) {
            served.look(LIST, item, ticket, seen);
            look(caller, "tickets/" + item.path("ticketId").asText(), inLogs);
        }
        seen.removeAll(ServedFields.UNTOLD);
        assertEquals(ticket.keySet(), seen);
        look(caller, worked, inLogs);
        assertEquals(document.fields(itemOf(ACTIVITIES, "/activities")).keySet(), inLogs);
        assertEquals(
                fields(TICKETS, "get", "200").keySet(),
                OpenApi.names(Caller.json(caller.get("tickets?externalId=" + EtmsRound.REFERENCE))));
    }

    private void look(EtmsCaller caller, String ticket, Set<String> seen) throws Exception {
        Map<String, JsonNode> told = document.fields(itemOf(ACTIVITIES, "/activities"));
        for (JsonNode each : Caller.json(caller.get(ticket + "/activities")).path("activities")) {
            served.look(ticket, each, told, seen);
        }
    }

    @Test
    void everyCallDocumentsItsHeadersAndErrors() {
        for (String path : document.paths()) {
            for (String method : OpenApi.names(document.root().path("paths").path(path))) {
                if (!method.equals("parameters")) {
                    Operation operation = document.operation(method, path);
                    String call = method + " " + path;
                    Set<String> headers = operation.parameters("header").keySet();
                    assertTrue(headers.containsAll(Set.of("Route-To", "X-Correlation-Id")), call);
                    assertTrue(
                            operation.statuses().containsAll(Set.of("401", "429", "500", "503", "504", "5XX")), call);
                    assertEquals(path.equals(SESSION) ? "basic" : "bearer", operation.authentication(), call);
                }
            }
        }
    }

    @Test
    void theExampleOfAListIsWholeSoThatAPollOfAMockIsComplete() {
        JsonNode part = document.operation("get", LIST).example("200");
        Set<String> ids = new HashSet<>();
        part.path("tickets")
                .forEach(ticket -> assertTrue(ids.add(ticket.path("ticketId").asText())));
        assertEquals(ids.size(), part.path("totalCount").asInt());
    }

    private Map<String, JsonNode> fields(String path, String method, String status) {
        return document.fields(document.operation(method, path).schema(status));
    }

    private JsonNode itemOf(String path, String pointer) {
        return document.at(document.operation("get", path).schema("200"), pointer)
                .path("items");
    }
}
