/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.event.Topics;
import java.util.Map;

/** The platform has a bundle that receives and sends events. */
record ByEvents(EtmsScene scene) {

    void whatPeopleDidIsHeard() throws Exception {
        String ticket = scene.opened();
        scene.poll();
        Map<String, String> created = scene.heard(Topics.TICKET_CREATED, "ticketId", ticket);
        assertEquals("frontend", created.get("element"));
        assertEquals(scene.ticket("ticketId", ticket).path("summary").asText(), created.get("summary"));

        scene.set(ticket, "owner", "somebody else");
        scene.poll();
        Map<String, String> updated = scene.heard(Topics.TICKET_UPDATED, "ticketId", ticket);
        assertEquals("owner", updated.get("changed"));
        assertEquals("somebody else", updated.get("owner"));

        scene.set(ticket, "status", "Closed");
        scene.poll();
        assertEquals(
                "closed", scene.heard(Topics.TICKET_CLOSED, "ticketId", ticket).get("state"));
    }

    void aRequestReachesEtmsAndItsEndIsHeard() throws Exception {
        JsonNode circuit = scene.circuit();
        Map<String, String> ticket = Map.of(
                "element", "backend",
                "operation", "submitTicket",
                "externalId", "EVENT-1",
                "category", "Circuit Up/Down",
                "circuitId", circuit.path("circuitId").asText(),
                "severity", "2",
                "summary", "No answer since 03:00");
        scene.subscriber().post(Topics.REQUEST, ticket);
        scene.subscriber().post(Topics.REQUEST, ticket);
        Map<String, String> delivered = scene.heard(Topics.REQUEST_DELIVERED, "reference", "EVENT-1");
        JsonNode made = scene.ticket("externalId", "EVENT-1");
        assertEquals(made.path("ticketId").asText(), delivered.get("ticketId"));
        assertEquals(circuit.path("customerNumber"), made.path("customerNumber"), "filled in from the VSAT database");

        scene.subscriber()
                .post(
                        Topics.REQUEST,
                        Map.of(
                                "element", "backend",
                                "operation", "updateTicket",
                                "reference", "NO-SUCH-1",
                                "field", "severity",
                                "value", "1"));
        assertTrue(scene.heard(Topics.REQUEST_BLOCKED, "reference", "NO-SUCH-1")
                .get("reason")
                .contains("NO-SUCH-1"));
        JsonNode references = new ObjectMapper().readTree(scene.vendor().get("etms/references"));
        assertEquals(1, references.at("/EVENT-1/tickets").asInt());
        assertEquals(0, references.at("/EVENT-1/refused").asInt());
    }
}
