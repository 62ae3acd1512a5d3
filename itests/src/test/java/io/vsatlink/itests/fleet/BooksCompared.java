/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.kill.StoreTables;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Compares the database with the carriers' own books. */
record BooksCompared(Fleet fleet) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What holds at every moment: generations, their numbers of rows and the rows themselves agree. */
    void consistent() throws SQLException {
        try (Connection admin = fleet.database().admin()) {
            admin.setAutoCommit(false);
            admin.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            StoreTables tables = new StoreTables(admin, "uat");
            for (Dataset dataset : Dataset.values()) {
                tables.assertConsistent(dataset);
            }
        }
    }

    /** When the carriers' staff has gone home, and all requests have receipts. */
    void allArrived() throws Exception {
        for (Requests each : fleet.requests()) {
            Await.until(PATIENCE, "all requests have receipts: " + each.summary(), each::allAccepted);
        }
        eventually(() -> {
            assertEquals(
                    List.of(),
                    texts("SELECT state || ' ' || reference || ' ' || last_error FROM outbox WHERE state <> 'DELIVERED'"
                            + " ORDER BY id LIMIT 10"));
            return null;
        });
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    List.of(), fleet.requests().get(i).judge(fleet.carriers().get(i)));
        }
    }

    /** Row by row and field by field. */
    void rowsEqual() throws Exception {
        Vendor vendor = new Vendor(fleet.carriers().get(0).port());
        for (Dataset dataset : Dataset.values()) {
            eventually(() -> {
                try (Connection admin = fleet.database().admin()) {
                    Oracle.assertRowsEqual(
                            vendor.truth(dataset),
                            new StoreTables(admin, "uat").rows(dataset).iterator(),
                            dataset);
                }
                return null;
            });
        }
    }

    void ticketsEqual() throws Exception {
        for (int i = 0; i < 2; i++) {
            SimulatorProcess carrier = fleet.carriers().get(i);
            String system = fleet.subjects().get(1 + i).name();
            eventually(() -> {
                assertEquals(truth(carrier), mirrored(system));
                return null;
            });
        }
    }

    private static Map<String, String> truth(SimulatorProcess carrier) throws IOException {
        Map<String, String> tickets = new TreeMap<>();
        for (String line : carrier.get("etms/tickets").lines().toList()) {
            JsonNode ticket = JSON.readTree(line);
            tickets.put(
                    ticket.path("ticketId").asText(),
                    text(ticket, "status") + " " + text(ticket, "severity") + " " + text(ticket, "lastModifiedDate"));
        }
        return tickets;
    }

    private static String text(JsonNode ticket, String field) {
        return ticket.hasNonNull(field) ? ticket.get(field).asText() : "null";
    }

    private Map<String, String> mirrored(String system) throws SQLException {
        Map<String, String> tickets = new TreeMap<>();
        try (Connection admin = fleet.database().admin();
                PreparedStatement query = admin.prepareStatement(
                        "SELECT ticket_id, FORMAT('%s %s %s', COALESCE(status, 'null'), COALESCE(severity::TEXT, 'null'),"
                                + " COALESCE(last_modified_date_text, 'null')) FROM tickets_current WHERE system_name = ?")) {
            query.setString(1, system);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    tickets.put(result.getString(1), result.getString(2));
                }
            }
        }
        return tickets;
    }

    private List<String> texts(String query) throws SQLException {
        try (Connection admin = fleet.database().admin()) {
            return DutyBook.texts(admin, query);
        }
    }

    /** Polls go on, so that what the carriers have arrives. */
    private static void eventually(Callable<Void> check) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                check.call();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(1_000);
            }
        }
    }
}
