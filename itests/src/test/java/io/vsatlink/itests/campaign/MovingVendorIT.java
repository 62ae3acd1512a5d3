/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines 25, 26, 27, 29 and 65: a vendor whose rows and passwords change, and that truncates its pages. */
class MovingVendorIT {
    private static final int PAGES = 10;

    @TempDir
    static Path folder;

    private static SimulatorProcess vendor;
    private static Path data;
    private static Bench bench;

    @BeforeAll
    static void everythingIsPolledOnce() throws Exception {
        vendor = SimulatorProcess.start("--circuits", "1000", "--max-page-size", "100", "--seed", "3");
        data = folder;
        bench = Bench.start(data, vendor, Map.of());
        bench.awaitFirstPolls();
    }

    @AfterAll
    static void everythingEnds() throws Exception {
        bench.close();
        vendor.close();
    }

    @BeforeEach
    void nothingIsToDo() throws Exception {
        bench.poll(CIRCUITS);
        bench.assertStoresTheTruth(CIRCUITS);
        vendor.post("reset-calls", "");
    }

    @AfterEach
    void allIsAccepted() throws Exception {
        vendor.post("credentials", "{\"username\":\"vsat\",\"password\":\"secret\"}");
    }

    @Test
    void pagesThatTheVendorCutsShortAreAllRead() throws Exception {
        vendor.post("reset-calls", "");
        bench.poll(CIRCUITS);
        assertEquals(PAGES, bench.pages(CIRCUITS));
        bench.assertStoresTheTruth(CIRCUITS);
    }

    @Test
    void whatIsListedThroughoutIsThereHoweverTheRowsMove() throws Exception {
        Listing before = Listing.of(vendor, CIRCUITS);
        vendor.post(
                "churn",
                "{'path':'circuits','perPage':2,'kinds':['add','remove'],'at':'front','pages':20}".replace('\'', '"'));
        bench.poll(CIRCUITS);
        assertEquals(
                "Succeeded",
                bench.row(CIRCUITS).text("Status"),
                bench.row(CIRCUITS).text("Reason"));
        assertTrue(bench.pages(CIRCUITS) > 2 * PAGES, "more than one pass");

        Listing after = Listing.of(vendor, CIRCUITS);
        Set<String> throughout = new TreeSet<>(before.rows().keySet());
        throughout.retainAll(after.rows().keySet());
        assertTrue(throughout.size() < before.rows().size(), "rows went");
        Set<String> stored = storedKeys();
        Set<String> lost = new TreeSet<>(throughout);
        lost.removeAll(stored);
        assertEquals(Set.of(), lost, "rows that were listed throughout and are not stored");

        bench.poll(CIRCUITS);
        bench.assertStoresTheTruth(CIRCUITS);
    }

    @Test
    void rowsThatNeverComeToRestChangeNothing() throws Exception {
        Map<String, JsonNode> before = Listing.of(vendor, CIRCUITS).byKey();
        vendor.post("churn", "{'path':'circuits','perPage':2,'kinds':['add'],'at':'front'}".replace('\'', '"'));
        bench.poll(CIRCUITS);
        String reason = bench.row(CIRCUITS).text("Reason");
        assertTrue(reason.startsWith("rows shifted while they were read, in 5 passes: "), reason);
        bench.assertStores(CIRCUITS, before);

        vendor.post("churn", "{\"path\":\"circuits\",\"pages\":1}");
        bench.poll(CIRCUITS);
        bench.poll(CIRCUITS);
        bench.assertStoresTheTruth(CIRCUITS);
    }

    @Test
    void whatIsHeldStaysHeldOverARestartUntilAPersonAcceptsIt() throws Exception {
        Map<String, JsonNode> before = Listing.of(vendor, CIRCUITS).byKey();
        vendor.post("rows/circuits", "{\"remove\":600,\"change\":5}");
        bench.poll(CIRCUITS);
        assertHeld(before);

        bench.close();
        bench = Bench.start(data, vendor, Map.of());
        bench.awaitLogin();
        assertHeld(before);

        assertEquals("Accepted; Status shows the result.", bench.row(CIRCUITS).call("acceptDeletions"));
        Await.until("accepted", () -> bench.row(CIRCUITS).text("Status").equals("Succeeded"));
        assertEquals(
                "accepted: 0 added, 5 changed, 600 removed", bench.row(CIRCUITS).text("Reason"));
        bench.assertStoresTheTruth(CIRCUITS);
        vendor.post("rows/circuits", "{\"add\":600}");
    }

    @Test
    void aChangedPasswordIsNotTriedTwiceAndTheNewOneIsUsedByTheNextLogin() throws Exception {
        vendor.post("credentials", "{\"username\":\"vsat\",\"password\":\"rotated\"}");
        vendor.post("tokens/expire", "");
        vendor.post("rows/circuits", "{\"change\":5}");
        vendor.post("reset-calls", "");
        bench.poll(CIRCUITS);
        assertEquals("Failed", bench.element().text("LoginStatus"));
        String told = bench.row(CIRCUITS).text("Reason") + bench.element().text("LoginReason");
        assertTrue(told.contains("refuses the login of \"vsat\"") && !told.contains("secret"), told);
        assertEquals(1, bench.calls().path("loginFailures").asLong());

        bench.element().set("ApiPassword", "rotated");
        Await.until(
                "the setting is in force",
                () -> bench.element().text("LoginStatus").equals("Not Logged In"));
        bench.loginAndPoll(CIRCUITS);
        assertEquals(1, bench.calls().path("loginFailures").asLong());
        assertEquals(2, bench.calls().path("logins").asLong());
        bench.assertStoresTheTruth(CIRCUITS);
    }

    private void assertHeld(Map<String, JsonNode> before) throws Exception {
        assertEquals("Held", bench.row(CIRCUITS).text("Status"));
        String reason = bench.row(CIRCUITS).text("Reason");
        assertTrue(
                reason.startsWith("600 of 1000 rows would be removed, more than 10 %; nothing is published until"),
                reason);
        bench.assertStores(CIRCUITS, before);
    }

    private Set<String> storedKeys() {
        try (Snapshot snapshot = bench.store().snapshot("uat");
                Stream<Row> rows = snapshot.rows(CIRCUITS)) {
            return rows.map(Row::key).collect(Collectors.toSet());
        }
    }
}
