/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.testkit.Await;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** json-server as the ticketing system. */
@ExtendWith(ProgramLogs.class)
class JsonServerTicketsIT {
    private static final String PROFILE = "json-server-tickets.json";
    private static final int TICKETS = 230;

    @TempDir
    Path folder;

    @Test
    void ticketsAreMirroredAndRequestsArriveOnce() throws Exception {
        Profiles.put(folder, PROFILE);
        ObjectNode content = JsonServer.JSON.createObjectNode();
        content.putArray("activities");
        for (int i = 1; i <= TICKETS; i++) {
            ObjectNode ticket =
                    content.withArray("tickets").addObject().put("id", i).put("state", "1");
            ticket.put("title", "Ticket " + i).putObject("kind").put("name", "Circuit Up/Down");
        }
        try (JsonServer vendor = JsonServer.start(folder, content);
                MetTicketing met = MetTicketing.start(folder, PROFILE, vendor.base())) {
            met.awaitTickets(TICKETS);
            assertEquals(TICKETS, met.frontend().number("CircuitUpDown"));

            met.deliver("submitTicket", "EXT-1", "Circuit Performance", "VS7", "2", "slow", "since \"noon\"");
            met.deliver("updateTicket", "EXT-1", "severity", "1", "r1");
            met.deliver("updateTicket", "EXT-1", "status", "In Progress", "r2");
            met.deliver("addNote", "EXT-1", "Generator runs at 50 % & hums", "r3");
            met.deliver("closeTicket", "EXT-1", "fibre spliced", "r4");

            JsonNode found = vendor.get("/tickets?reference=EXT-1");
            assertEquals(1, found.size(), found.toString());
            ObjectNode ticket = (ObjectNode) found.get(0);
            assertEquals(TICKETS + 1, ticket.remove("id").asInt());
            assertEquals(
                    JsonServer.JSON.readTree(
                            """
                            {"reference":"EXT-1","kind":{"name":"Circuit Performance"},"priority":"high",
                             "links":[{"type":"circuit","id":"VS7"}],"title":"slow","text":"since \\"noon\\"",
                             "state":"9","solution":"fibre spliced"}
                            """),
                    ticket);
            assertEquals(
                    List.of("Generator runs at 50 % & hums"),
                    vendor.get("/activities").findValuesAsText("text"));
            List<String> writes = vendor.program().lines().stream()
                    .filter(each -> each.matches("(POST|PATCH|PUT) .*"))
                    .toList();
            assertEquals(5, writes.size(), writes.toString());

            met.awaitTickets(TICKETS + 1);
            met.frontend().call("showActivityLog", String.valueOf(TICKETS + 1));
            Await.until("Activity Log", () -> met.frontend().text("ActivityLog").contains("50 % & hums"));
        }
    }
}
