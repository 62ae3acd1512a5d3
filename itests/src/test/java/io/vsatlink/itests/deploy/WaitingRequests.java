/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;

/** An outbox that fills while ETMS is not called, and is emptied later by whichever version is running then. */
record WaitingRequests(Host host, SimulatorProcess etms) {
    static final String LIST = "etms:request-list --element backend";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TICKETS = List.of("UPGRADED-1", "UPGRADED-2", "UPGRADED-3");

    /** Configures a backend that accepts requests but does not send them. */
    void configure() throws IOException {
        host.karaf()
                .edit(
                        "io.vsatlink.etms-backend.cfg",
                        Map.of(
                                "elementType", "Backend",
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(etms.port()),
                                "username", "AutoVSATDataMiner",
                                "password", "secret",
                                "apiKey", "etms-key",
                                "routeTo", "UAT",
                                "ticketHandling", "disabled"));
    }

    /** For each ticket: the ticket, two updates that must stay in order, and a note. */
    void fill() throws Exception {
        for (String ticket : TICKETS) {
            accepted("submitTicket", ticket, "Circuit Up/Down", "CIR-" + ticket, "4", "down", "before an upgrade");
            accepted("updateTicket", ticket, "severity", "2", ticket + "-update-1");
            accepted("updateTicket", ticket, "severity", "1", ticket + "-update-2");
            accepted("addNote", ticket, text(ticket), ticket + "-note");
        }
        assertEquals(4L * TICKETS.size(), backend().number("RequestsWaiting"));
    }

    private void accepted(String operation, String... arguments) throws JMException, IOException {
        String receipt = backend().call(operation, arguments);
        if (!receipt.matches("Request \\d+ was accepted.*")) {
            throw new AssertionError(receipt);
        }
    }

    /** Checks ETMS's own records: each request arrived once, and those of a ticket in order. */
    void deliver() throws Exception {
        assertEquals(List.of(), writes(), "sent too early");
        backend().set("TicketHandling", "enabled");
        Await.until("all are delivered", () -> backend().number("RequestsWaiting") == 0);
        assertEquals(0, backend().number("RequestsBlocked"), "blocked");
        List<String> written = writes();
        for (String ticket : TICKETS) {
            assertEquals(
                    List.of(
                            ticket + " CREATE 4",
                            ticket + " UPDATE 2",
                            ticket + " UPDATE 1",
                            ticket + "-note NOTE " + text(ticket)),
                    written.stream().filter(each -> each.startsWith(ticket)).toList());
        }
        assertEquals(4L * TICKETS.size(), written.size());
    }

    private Bean backend() throws JMException {
        return host.bean("type=Etms,name=backend");
    }

    private static String text(String ticket) {
        return "a note of " + ticket;
    }

    private List<String> writes() throws IOException {
        List<String> writes = new ArrayList<>();
        for (String line : etms.get("etms/writes").lines().toList()) {
            JsonNode write = JSON.readTree(line);
            JsonNode asked = write.path("asked");
            writes.add(write.path("externalId").asText() + " "
                    + write.path("kind").asText() + " "
                    + asked.path(asked.has("text") ? "text" : "severity").asText());
        }
        return writes;
    }
}
