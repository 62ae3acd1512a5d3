/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.management.JMException;

/**
 * Repeated rounds: requests are accepted and delivered while replies are lost, the gateway times out, tokens expire and
 * the quota is exceeded, and the container is killed at some moment. At the end ETMS's own records are checked.
 */
final class TicketOrdeal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Each of these faults affects one call in so many. */
    private static final String FAULTS =
            """
            [{"method":"POST","path":"etms/tickets","every":7,"afterwards":true,"drop":true},
             {"method":"POST","path":"etms/tickets","every":11,"skip":3,"drop":true},
             {"method":"PATCH","path":"etms/tickets/*","every":9,"afterwards":true,"apigee":"GatewayTimeout"},
             {"method":"POST","path":"etms/tickets/*/activities","every":8,"afterwards":true,"drop":true},
             {"path":"etms/**","every":29,"skip":5,"apigee":"access_token_expired","status":500},
             {"path":"etms/**","every":37,"skip":9,"apigee":"QuotaViolation","status":500}]""";

    private final Victim victim;
    private final SimulatorProcess etms;
    private final Random random;
    private final TicketRequests requests;
    private final Tally tally = new Tally();

    TicketOrdeal(Victim victim, SimulatorProcess etms, Random random, int requests) {
        this.victim = victim;
        this.etms = etms;
        this.random = random;
        this.requests = new TicketRequests(requests);
    }

    /** Two backends of one system. */
    static Map<String, Map<String, String>> configurations(SimulatorProcess etms) {
        Map<String, String> backend = new HashMap<>(Map.of(
                "elementType", "Backend",
                "host", "http://127.0.0.1",
                "port", String.valueOf(etms.port()),
                "username", "AutoVSATDataMiner",
                "password", "secret",
                "apiKey", "etms-key",
                "routeTo", "UAT",
                "requestsPerSecond", "0"));
        return Map.of("io.vsatlink.etms~backend", backend, "io.vsatlink.etms~second", backend);
    }

    void run(int kills) throws Exception {
        etms.post("faults", FAULTS);
        int portion = Math.max(1, 2 * requests.tickets().size() * 5 / Math.max(1, kills));
        for (int kill = 0; kill < kills; kill++) {
            victim.start();
            Bean backend = backend();
            requests.ask(backend, 1 + random.nextInt(portion));
            LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(1_500)));
            tally.count("kills with requests under way", waiting(backend) > 0);
            victim.kill();
            tally.count(Ordeal.KILLS);
        }
        victim.start();
        Bean backend = backend();
        while (!requests.allAccepted()) {
            requests.ask(backend, 100);
        }
        Await.until(PATIENCE, "all requests are delivered", () -> waiting(backend) == 0);
        assertEquals(0, backend.number("RequestsBlocked"), "blocked");
        judge();
        judgeFaults();
    }

    private Bean backend() throws Exception {
        Bean backend = Bean.of(victim.jmx(), "type=Etms,name=backend");
        Await.until("the backend answers", () -> backend.exists());
        // the store opens on its own thread
        Bean store = Bean.of(victim.jmx(), "type=Store");
        Await.until("the store is open", () -> store.exists() && store.number("SchemaVersion") > 0);
        return backend;
    }

    private static long waiting(Bean backend) throws JMException, IOException {
        return backend.number("RequestsWaiting");
    }

    /** Each request arrived once, and the updates of each ticket in order. */
    private void judge() throws IOException {
        Map<String, List<String>> created = new HashMap<>();
        Map<String, List<Integer>> severities = new HashMap<>();
        Map<String, List<String>> notes = new HashMap<>();
        for (JsonNode write : writes()) {
            String externalId = write.path("externalId").asText();
            switch (write.path("kind").asText()) {
                case "CREATE" ->
                    created.computeIfAbsent(externalId, none -> new ArrayList<>())
                            .add(write.path("ticketId").asText());
                case "UPDATE" ->
                    severities
                            .computeIfAbsent(externalId, none -> new ArrayList<>())
                            .add(write.path("asked").path("severity").asInt());
                case "NOTE" ->
                    notes.computeIfAbsent(externalId, none -> new ArrayList<>())
                            .add(write.path("ticketId").asText());
                default -> throw new AssertionError(write.toString());
            }
        }
        List<Integer> expected =
                TicketRequests.SEVERITIES.stream().map(Integer::valueOf).toList();
        for (String ticket : requests.tickets()) {
            assertEquals(1, created.getOrDefault(ticket, List.of()).size(), ticket);
            assertEquals(expected, severities.get(ticket), ticket);
            assertEquals(created.get(ticket), notes.get(TicketRequests.note(ticket)), ticket);
        }
        int all = created.size()
                + notes.size()
                + severities.values().stream().mapToInt(List::size).sum();
        assertEquals(requests.accepted(), all, "requests");
        IntStream.range(0, all).forEach(each -> tally.count("requests that arrived once"));
    }

    private List<JsonNode> writes() throws IOException {
        List<JsonNode> writes = new ArrayList<>();
        for (String line : etms.get("etms/writes").lines().toList()) {
            if (!line.isBlank()) {
                writes.add(JSON.readTree(line));
            }
        }
        return writes;
    }

    /** Each fault must have occurred; otherwise the test proves nothing. */
    private void judgeFaults() throws IOException {
        for (JsonNode rule : JSON.readTree(etms.get("faults"))) {
            long struck = rule.path("struck").asLong();
            assertTrue(struck > 0, rule.toString());
            for (long i = 0; i < struck; i++) {
                JsonNode of = rule.path("rule");
                tally.count("faults: " + of.path("apigee").asText("connection dropped")
                        + (of.path("afterwards").asBoolean() ? " after the write" : ""));
            }
        }
    }

    /** A Markdown list. */
    String met() {
        return tally.lines();
    }

    @Override
    public void close() {
        victim.close();
    }
}
