/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import java.util.List;

/** The platform has a TMF621 server. */
record ByTmf621(EtmsScene scene) {

    void aTicketIsMadeThereAndKeptInStep() throws Exception {
        String ticket = scene.opened();
        scene.set(ticket, "severity", 4);
        scene.poll();
        scene.awaitAtPlatform(ticket);
        assertEquals(
                scene.ticket("ticketId", ticket).path("summary"),
                scene.atPlatform(ticket).path("name"));
        assertEquals("Low", scene.atPlatform(ticket).path("severity").asText());

        scene.set(ticket, "severity", 1);
        scene.poll();
        String id = scene.atPlatform(ticket).path("id").asText();
        Await.until(
                "the patch",
                () -> !scene.platform().bodies("PATCH /troubleTicket/" + id).isEmpty());
        assertEquals(
                "[{\"severity\":\"Critical\"}]",
                scene.platform().bodies("PATCH /troubleTicket/" + id).toString());
    }

    void whatIsClosedThereIsClosedAtEtmsAndComesNotBack() throws Exception {
        String ticket = scene.opened();
        scene.poll();
        scene.awaitAtPlatform(ticket);
        String id = scene.atPlatform(ticket).path("id").asText();
        scene.platform().change(id, "status", "closed");
        // the platform sends no notifications: it is queried when tickets are polled
        scene.poll();
        Await.until(
                "closed at ETMS",
                () -> scene.ticket("ticketId", ticket).path("status").asText().equals("Closed"));
        assertTrue(scene.books("activities").stream()
                .filter(activity -> activity.path("ticketId").asText().equals(ticket))
                .anyMatch(activity -> activity.path("text").asText().equals("Closed in the platform's ticketing.")));

        scene.poll();
        // changes are sent in order: once the platform has a later one, it also received this one
        String later = scene.opened();
        scene.poll();
        scene.awaitAtPlatform(later);
        assertEquals(List.of(), scene.platform().bodies("PATCH /troubleTicket/" + id));
    }
}
