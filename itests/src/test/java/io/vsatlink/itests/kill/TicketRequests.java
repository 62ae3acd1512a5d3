/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.testkit.Bean;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.management.JMException;

/**
 * The platform's requests: for each ticket its creation, three updates of its severity and a note. A request without a
 * receipt is repeated, as a platform would do.
 */
final class TicketRequests {
    static final List<String> SEVERITIES = List.of("1", "2", "1");

    private interface Ask {
        String of(Bean element) throws JMException, IOException;
    }

    private final Deque<Ask> waiting = new ArrayDeque<>();
    private final List<String> tickets = new ArrayList<>();
    private int accepted;

    /** @param requests the minimum number of requests; each ticket has five */
    TicketRequests(int requests) {
        int count = (requests + 4) / 5;
        for (int i = 0; i < count; i++) {
            tickets.add("ORD-" + i);
        }
        for (String ticket : tickets) {
            waiting.add(element -> element.call(
                    "submitTicket", ticket, "Circuit Up/Down", "CIR-" + ticket, "4", "down " + ticket, "an ordeal"));
            for (int i = 0; i < SEVERITIES.size(); i++) {
                String severity = SEVERITIES.get(i);
                String id = ticket + "-update-" + i;
                waiting.add(element -> element.call("updateTicket", ticket, "severity", severity, id));
            }
            waiting.add(element -> element.call("addNote", ticket, "a note of " + ticket, note(ticket)));
        }
    }

    /** The external ids of all tickets. */
    List<String> tickets() {
        return tickets;
    }

    static String note(String ticket) {
        return ticket + "-note";
    }

    boolean allAccepted() {
        return waiting.isEmpty();
    }

    int accepted() {
        return accepted;
    }

    /** Sends the next requests; a failed one and all after it are sent next time. */
    void ask(Bean element, int count) throws JMException {
        for (int i = 0; i < count && !waiting.isEmpty(); i++) {
            try {
                String receipt = waiting.peek().of(element);
                if (!receipt.matches("Request \\d+ was accepted.*")) {
                    throw new AssertionError(receipt);
                }
                waiting.remove();
                accepted++;
            } catch (IOException e) {
                // it has been killed
                return;
            }
        }
    }
}
