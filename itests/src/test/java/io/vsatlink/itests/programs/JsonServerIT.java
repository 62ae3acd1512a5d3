/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.itests.apis.MetVendor;
import io.vsatlink.testkit.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** json-server as the inventory: pages, offsets, next pages in a header, nested rows, a call for each item. */
@ExtendWith(ProgramLogs.class)
class JsonServerIT {
    private static final String PROFILE = "json-server.json";
    private static final int CIRCUITS = 130;
    private static final List<Dataset> DATASETS = List.of(
            Dataset.CIRCUITS,
            Dataset.CUSTOMERS,
            Dataset.LOCATIONS,
            Dataset.DEVICES,
            Dataset.OUTAGE_CONTACTS,
            Dataset.LOCATION_EQUIPMENTS);
    private static final Map<String, String> SMALL_PAGES = Map.of(
            "circuits.itemsPerPage", "30",
            "customers.itemsPerPage", "10",
            "locations.itemsPerPage", "10",
            "locationEquipments.itemsPerPage", "11",
            "outageContacts.itemsPerPage", "20");

    @TempDir
    Path folder;

    @Test
    void allThatItListsIsInTheStore() throws Exception {
        Profiles.put(folder, PROFILE);
        try (JsonServer vendor = JsonServer.start(folder, Inventory.of(CIRCUITS));
                MetVendor met = Profiles.meet(folder, PROFILE, vendor.base(), DATASETS, SMALL_PAGES)) {
            met.awaitPolls(DATASETS);
            assertSame(vendor, met);
            List<String> calls = vendor.program().lines();
            assertTrue(calls.stream().anyMatch(each -> each.contains("/circuits?_page=5&_limit=30 ")), "5 pages");
            assertTrue(calls.stream().anyMatch(each -> each.contains("/customers?_page=4&_limit=10 ")), "by Link");
            assertTrue(calls.stream().anyMatch(each -> each.contains("/locations?_start=30&_limit=10 ")), "by row");

            // few enough for one page: then json-server's Link is empty
            for (int i = 1; i <= 25; i++) {
                vendor.send("DELETE", "/customers/" + i, "");
            }
            met.poll(Dataset.CUSTOMERS);
            met.poll(Dataset.CUSTOMERS);
            assertSame(vendor, met);
        }
    }

    private static void assertSame(JsonServer vendor, MetVendor met) throws Exception {
        JsonNode all = vendor.get("/db");
        for (Dataset dataset : DATASETS) {
            assertEquals(Inventory.expected(dataset, all), Inventory.stored(met, dataset, all), dataset.key());
        }
    }

    @Test
    void whatChangesWhileItIsReadLosesNoRow() throws Exception {
        Profiles.put(folder, PROFILE);
        List<Dataset> circuits = List.of(Dataset.CIRCUITS);
        Map<String, String> onePageAtATime = Map.of("circuits.itemsPerPage", "10", "parallelPages", "1");
        try (JsonServer vendor = JsonServer.start(folder, Inventory.of(CIRCUITS), "--delay", "10");
                MetVendor met = Profiles.meet(folder, PROFILE, vendor.base(), circuits, onePageAtATime)) {
            met.awaitPolls(circuits);
            // a row of page 1 goes in the midst: the first of a later page moves to one that was read
            duringPage(6, vendor, met, () -> vendor.send("DELETE", "/circuits/VS3", ""));
            // another comes where it was before, and one changes behind the reader's back
            duringPage(8, vendor, met, () -> {
                vendor.send("POST", "/circuits", Inventory.circuit(500).toString());
                vendor.send("PATCH", "/circuits/VS9", "{\"sla\":{\"tier\":7},\"state\":\"2\"}");
            });
            met.poll(Dataset.CIRCUITS);
            assertEquals("Succeeded", met.row(Dataset.CIRCUITS).text("Status"));
            assertCircuits(vendor, met);

            changeUntilItFails(vendor, met);
            met.poll(Dataset.CIRCUITS);
            assertEquals("Succeeded", met.row(Dataset.CIRCUITS).text("Status"));
            assertCircuits(vendor, met);
        }
    }

    private interface Change {
        void make() throws Exception;
    }

    /** Makes a change as soon as the vendor was asked for a page, and checks what the poll makes of it. */
    private static void duringPage(int page, JsonServer vendor, MetVendor met, Change change) throws Exception {
        int before = vendor.program().lines().size();
        Thread people = new Thread(() -> {
            try {
                Await.until("page " + page, () -> vendor.program().lines().stream()
                        .skip(before)
                        .anyMatch(each -> each.contains("_page=" + page + "&")));
                change.make();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        people.start();
        met.poll(Dataset.CIRCUITS);
        people.join();
        assertEquals("Succeeded", met.row(Dataset.CIRCUITS).text("Status"));
        Set<String> listed =
                Inventory.expected(Dataset.CIRCUITS, vendor.get("/db")).keySet();
        Set<String> stored = keys(met);
        assertTrue(stored.containsAll(listed), met.row(Dataset.CIRCUITS).text("Reason"));
    }

    /** Rows shift all the time: no pass is complete, and all that there was stays. */
    private static void changeUntilItFails(JsonServer vendor, MetVendor met) throws Exception {
        Set<String> before = keys(met);
        AtomicBoolean enough = new AtomicBoolean();
        Thread people = new Thread(() -> {
            try {
                while (!enough.get()) {
                    vendor.send("DELETE", "/circuits/VS500", "");
                    vendor.send("POST", "/circuits", Inventory.circuit(500).toString());
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        people.start();
        met.poll(Dataset.CIRCUITS);
        enough.set(true);
        people.join();
        String reason = met.row(Dataset.CIRCUITS).text("Reason");
        assertEquals("Failed", met.row(Dataset.CIRCUITS).text("Status"), reason);
        assertTrue(reason.startsWith("rows shifted while they were read"), reason);
        assertEquals(before, keys(met));
    }

    private static Set<String> keys(MetVendor met) throws Exception {
        return met.rows(Dataset.CIRCUITS).stream().map(Row::key).collect(Collectors.toSet());
    }

    private static void assertCircuits(JsonServer vendor, MetVendor met) throws Exception {
        JsonNode all = vendor.get("/db");
        assertEquals(Inventory.expected(Dataset.CIRCUITS, all), Inventory.stored(met, Dataset.CIRCUITS, all));
    }
}
