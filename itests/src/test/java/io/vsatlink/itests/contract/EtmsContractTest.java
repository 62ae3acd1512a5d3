package io.vsatlink.itests.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.simulator.process.SimulatorProcess;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** The ETMS that the simulator serves is the one that the OpenAPI document tells, and the other way round. */
public class EtmsContractTest {
    private static final String SESSION = "/etms/v1/session";
    private static final String LIST = "/etms/v1/ticket-lists/{ticketListId}/tickets";
    private static final String TICKETS = "/etms/v1/tickets";
    private static final String TICKET = "/etms/v1/tickets/{ticketId}";
    private static final String ACTIVITIES = "/etms/v1/tickets/{ticketId}/activities";
    private static final String A_LIST = "ticket-lists/VSAT-ALL/tickets";

    private static SimulatorProcess simulator;
    private static EtmsCaller stranger;

    private final OpenApi document;
    private final ServedFields served;
    private EtmsCaller caller;

    public EtmsContractTest() throws Exception {
        document = OpenApi.read(OpenApi.ETMS);
        served = new ServedFields(document);
    }

    @BeforeClass
    public static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "400", "--seed", "3", "--tickets", "400");
        stranger = new EtmsCaller(simulator.base());
    }

    @AfterClass
    public static void theVendorEnds() {
        simulator.close();
    }

    @Before
    public void somebodyIsLoggedIn() throws Exception {
        simulator.post("etms/gateway", "{\"rateStatus\":429,\"tokenStatus\":401,\"quota\":0,\"spikeArrest\":0}");
        caller = stranger.loggedIn();
    }

    @Test
    public void everyFieldThatIsToldIsServedWithItsTypeAndNoOtherIs() throws Exception {
        String worked = new EtmsRound(caller).run();
        JsonNode session = Caller.json(stranger.open("secret", false));
        assertEquals(fields(SESSION, "post", "200").keySet(), OpenApi.names(session));

        Map<String, JsonNode> ticket = document.fields(itemOf(LIST, "/tickets"));
        Set<String> seen = new TreeSet<>();
        Set<String> inLogs = new TreeSet<>();
        JsonNode list = Caller.json(caller.get(A_LIST + "?limit=500"));
        assertEquals(fields(LIST, "get", "200").keySet(), OpenApi.names(list));
        for (JsonNode item : list.path("tickets")) {
            served.look(LIST, item, ticket, seen);
            look("tickets/" + item.path("ticketId").asText(), inLogs);
        }
        seen.removeAll(ServedFields.UNTOLD);
        assertEquals(ticket.keySet(), seen);
        look(worked, inLogs);
        assertEquals(document.fields(itemOf(ACTIVITIES, "/activities")).keySet(), inLogs);
        assertEquals(
                fields(TICKETS, "get", "200").keySet(),
                OpenApi.names(Caller.json(caller.get("tickets?externalId=" + EtmsRound.REFERENCE))));
    }

    private void look(String ticket, Set<String> seen) throws Exception {
        Map<String, JsonNode> told = document.fields(itemOf(ACTIVITIES, "/activities"));
        for (JsonNode each : Caller.json(caller.get(ticket + "/activities")).path("activities")) {
            served.look(ticket, each, told, seen);
        }
    }

    @Test
    public void refusalsOfTheGatewayAreThoseThatAreTold() throws Exception {
        Operation session = document.operation("post", SESSION);
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
        simulator.post("etms/gateway", "{\"rateStatus\":500,\"tokenStatus\":500,\"quota\":1,\"quotaSeconds\":3600}");
        assertRefusal(list, 500, caller.get(A_LIST));
        assertRefusal(list, 500, caller.get(A_LIST));
        simulator.post("etms/gateway", "{\"rateStatus\":429,\"quota\":0,\"spikeArrest\":1}");
        assertEquals(401, stranger.open("wrong", false).statusCode());
        assertRefusal(session, 429, stranger.open("secret", false));
    }

    @Test
    public void refusalsOfEtmsAreThoseThatAreTold() throws Exception {
        Operation create = document.operation("post", TICKETS);
        Operation update = document.operation("patch", TICKET);
        Operation note = document.operation("post", ACTIVITIES);
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

    @Test
    public void everyCallTellsItsHeadersAndErrors() {
        for (String path : document.paths()) {
            for (String method : OpenApi.names(document.root().path("paths").path(path))) {
                if (!method.equals("parameters")) {
                    Operation operation = document.operation(method, path);
                    String call = method + " " + path;
                    Set<String> headers = operation.parameters("header").keySet();
                    assertTrue(call, headers.containsAll(Set.of("Route-To", "X-Correlation-Id")));
                    assertTrue(
                            call, operation.statuses().containsAll(Set.of("401", "429", "500", "503", "504", "5XX")));
                    assertEquals(call, path.equals(SESSION) ? "basic" : "bearer", operation.authentication());
                }
            }
        }
    }

    @Test
    public void theExampleOfAListIsWholeSoThatAPollOfAMockIsComplete() {
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

    private static void assertRefusal(Operation operation, int status, HttpResponse<String> answer) throws Exception {
        assertEquals(answer.body(), status, answer.statusCode());
        operation.assertTells(status, Caller.json(answer));
    }
}
