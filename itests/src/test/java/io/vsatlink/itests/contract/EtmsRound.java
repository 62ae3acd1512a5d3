/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** Every call of ETMS once, as a connector makes them: log in, read, open a ticket, update it, close it. */
record EtmsRound(EtmsCaller caller) {
    static final String REFERENCE = "VSL-1";

    static EtmsRound begin(EtmsCaller stranger) throws Exception {
        return new EtmsRound(stranger.loggedIn());
    }

    /** Returns the id of the ticket. */
    String run() throws Exception {
        readWholeList();
        JsonNode created = answered(201, caller.send("POST", "tickets", draft(REFERENCE)));
        String ticket = "tickets/" + created.path("ticketId").asText();
        assertEquals(
                1,
                answered(200, caller.get("tickets?externalId=" + REFERENCE))
                        .path("totalCount")
                        .asInt());

        HttpResponse<String> read = caller.get(ticket);
        answered(200, read);
        String tag = read.headers().firstValue("ETag").orElseThrow();
        answered(
                200, caller.with("If-Match", tag).send("PATCH", ticket, "{\"status\":\"In Progress\",\"severity\":1}"));
        answered(201, caller.send("POST", ticket + "/activities", note(REFERENCE + "-n1")));
        answered(201, caller.send("POST", ticket + "/activities", "{\"type\":\"NOTE\",\"text\":\"all well\"}"));
        answered(200, caller.send("PATCH", ticket, "{\"status\":\"Closed\"}"));
        JsonNode log = answered(200, caller.get(ticket + "/activities"));
        assertTrue(log.path("activities").size() > 2, log.toString());
        return ticket;
    }

    private void readWholeList() throws Exception {
        int read = 0;
        int total = 1;
        while (read < total) {
            JsonNode part = answered(200, caller.get("ticket-lists/VSAT-ALL/tickets?limit=100&offset=" + read));
            total = part.path("totalCount").asInt();
            assertTrue(!part.path("tickets").isEmpty(), part.toString());
            read += part.path("tickets").size();
        }
        assertEquals(total, read);
    }

    static String draft(String reference) {
        return """
                {"externalId":"%s","category":"Circuit Up/Down","severity":2,"circuitId":"VS910047",
                 "summary":"DOWN: the antenna","description":"Modem does not answer since 3 polls."}
                """
                .formatted(reference);
    }

    static String note(String reference) {
        return "{\"type\":\"NOTE\",\"text\":\"Generator runs.\",\"externalId\":\"" + reference + "\"}";
    }

    private static JsonNode answered(int status, HttpResponse<String> answer) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        return Caller.json(answer);
    }
}
