/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.kill.StoreAtRest;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An element whose file is deleted during a poll. */
class RemovalIT {
    @TempDir
    Path folder;

    @Test
    void anElementRemovedInMidPollStopsWithinFiveSecondsAndNothingOfThePollIsSeen() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (SimulatorProcess simulator = SimulatorProcess.start("--circuits", "300", "--latency", "50")) {
            Vendor vendor = new Vendor(simulator.port());
            Map<String, JsonNode> before = vendor.truth(Dataset.CIRCUITS);
            Map<String, JsonNode> after;
            try (FelixHost host = FelixHost.start(
                    data,
                    Map.of(
                            "io.vsatlink.satprov~gone", settings(simulator.port()),
                            "io.vsatlink.satprov~stays", settings(simulator.port())))) {
                Bean gone = circuits("gone");
                Bean stays = circuits("stays");
                Await.until("both have polled", () -> isPolled(gone) && isPolled(stays));
                vendor.change(Dataset.CIRCUITS, "{\"add\":5,\"change\":100,\"remove\":5}");
                after = vendor.truth(Dataset.CIRCUITS);
                gone.call("poll");
                stays.call("poll");
                Await.until(
                        "pages are stored",
                        () -> gone.number("PagesProcessed") >= 5
                                && gone.text("Status").equals("Polling"));

                Files.delete(data.resolve("etc/io.vsatlink.satprov-gone.cfg"));
                long deleted = System.nanoTime();
                Await.until("it is gone", () -> !gone.exists() && threads("vsatlink-satprov-gone") == 0);
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - deleted);
                System.out.println("stopped " + took + " ms after its file was deleted");
                assertTrue(took < 5_000, "stopped after " + took + " ms");

                Await.until("the other goes on", () -> stays.text("Status").equals("Succeeded"));
            }
            Path db = findDatabase(data);
            try (StoreAtRest store = StoreAtRest.copyOf(db, Files.createDirectory(folder.resolve("gone")), "gone")) {
                assertEquals(1, store.generations().get(Dataset.CIRCUITS).longValue());
                assertEquals(1, store.unpublished(), "something was written");
                store.assertConsistent(Dataset.CIRCUITS);
                Oracle.assertRowsEqual(before, store.rows(Dataset.CIRCUITS).iterator(), Dataset.CIRCUITS);
            }
            try (StoreAtRest store = StoreAtRest.copyOf(db, Files.createDirectory(folder.resolve("stays")), "stays")) {
                assertEquals(2, store.generations().get(Dataset.CIRCUITS).longValue());
                Oracle.assertRowsEqual(after, store.rows(Dataset.CIRCUITS).iterator(), Dataset.CIRCUITS);
            }
        }
    }

    private static boolean isPolled(Bean circuits) throws Exception {
        return circuits.exists() && circuits.text("Status").equals("Succeeded");
    }

    private static Map<String, String> settings(int vendorPort) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(vendorPort),
                "apiUsername", "vsat",
                "apiPassword", "secret",
                "parallelPages", "1",
                "circuits.itemsPerPage", "10"));
        for (Dataset dataset : Dataset.values()) {
            if (dataset != Dataset.CIRCUITS) {
                settings.put(dataset.key() + ".state", "disabled");
            }
        }
        return settings;
    }

    private static Bean circuits(String element) throws Exception {
        return Bean.of(
                ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=" + element + ",dataset=Circuits");
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }

    private static Path findDatabase(Path data) throws Exception {
        try (var files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("service.properties"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
    }
}
