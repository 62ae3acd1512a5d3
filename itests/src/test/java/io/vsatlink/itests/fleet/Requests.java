/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The platform's requests: for each ticket its creation, three updates of its severity and a note, one after the other, each at any
 * container. A request without a receipt is repeated, perhaps at another one. Thread-safe.
 */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SEVERITIES = List.of("1", "2", "1");
    private static final int OPEN_AT_ONCE = 20;

    private final String backend;
    private final String prefix;
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private final List<String> tickets = new ArrayList<>();
    private int open;
    private int receipts;
    private int repeated;
    private int refused;

    private static final class Ticket {
        final String id;
        int receipts;

        Ticket(String id) {
            this.id = id;
        }
    }

    /** @param system the element is {@code back-} and this */
    Requests(String system) {
        this.backend = "type=Etms,name=back-" + system;
        this.prefix = "ORD-" + system + "-";
    }

    /** Asks for the next step of some ticket. */
    void ask(Member member, boolean more) throws InterruptedException {
        Ticket ticket = take(more);
        if (ticket == null) {
            return;
        }
        String receipt = "";
        boolean answered = false;
        try {
            receipt = ask(member.bean(backend), ticket);
            answered = true;
        } catch (Exception e) {
            if (e instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            // no answer: it may have been accepted or not
        } finally {
            putBack(ticket, answered, receipt);
        }
    }

    private static String ask(Bean element, Ticket ticket) throws Exception {
        String id = ticket.id;
        int step = ticket.receipts;
        if (step == 0) {
            return element.call("submitTicket", id, "Circuit Up/Down", "CIR-" + id, "4", "down " + id, "a campaign");
        }
        if (step <= SEVERITIES.size()) {
            return element.call("updateTicket", id, "severity", SEVERITIES.get(step - 1), id + "-update-" + step);
        }
        return element.call("addNote", id, "a note of " + id, note(id));
    }

    private static String note(String ticket) {
        return ticket + "-note";
    }

    private synchronized Ticket take(boolean more) {
        if (more && open < OPEN_AT_ONCE) {
            open++;
            Ticket ticket = new Ticket(prefix + tickets.size());
            tickets.add(ticket.id);
            return ticket;
        }
        return waiting.poll();
    }

    private synchronized void putBack(Ticket ticket, boolean answered, String receipt) {
        if (receipt.matches("(?s)Request \\d+ was (already )?accepted.*")) {
            ticket.receipts++;
            receipts++;
            repeated += receipt.contains("already") ? 1 : 0;
        } else if (answered) {
            refused++;
        }
        if (ticket.receipts == SEVERITIES.size() + 2) {
            open--;
        } else {
            waiting.add(ticket);
        }
    }

    synchronized boolean allAccepted() {
        return open == 0;
    }

    synchronized int receipts() {
        return receipts;
    }

    synchronized String summary() {
        return receipts + " requests of " + tickets.size() + " tickets, " + repeated
                + " of them repeated after a first receipt had been lost, " + refused + " refused meanwhile";
    }

    /** By the carrier's own records: each request once, and the updates of each ticket in order. Returns what is wrong. */
    synchronized List<String> judge(SimulatorProcess carrier) throws IOException {
        Map<String, List<String>> writes = new HashMap<>();
        for (String line : carrier.get("etms/writes").lines().toList()) {
            JsonNode write = JSON.readTree(line);
            // not those of the carrier's staff
            if (write.path("session").asInt() > 0) {
                String what = write.path("kind").asText()
                        + write.path("asked").path("severity").asText();
                writes.computeIfAbsent(write.path("externalId").asText(), none -> new ArrayList<>())
                        .add(what);
            }
        }
        List<String> wrong = new ArrayList<>();
        for (String ticket : tickets) {
            compare(List.of("CREATE4", "UPDATE1", "UPDATE2", "UPDATE1"), ticket, writes, wrong);
            compare(List.of("NOTE"), note(ticket), writes, wrong);
        }
        return wrong;
    }

    private static void compare(List<String> wanted, String id, Map<String, List<String>> writes, List<String> wrong) {
        List<String> found = writes.getOrDefault(id, List.of());
        if (!found.equals(wanted)) {
            wrong.add(id + ": " + found);
        }
    }
}
