/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.kill.StoreAtRest;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recovery after the container ran out of memory, and after damage to the database files. */
class WreckIT {
    private static final int STEP = 4096;

    @TempDir
    Path folder;

    @Test
    void aContainerThatRunsOutOfMemoryEndsAndLeavesNothingHalf() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "40000")) {
            Path dump = folder.resolve("dump.hprof");
            try (FelixProcess felix = container(
                    "-Xmx64m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+HeapDumpOnOutOfMemoryError",
                    "-XX:HeapDumpPath=" + dump)) {
                // more pages in flight than a container of this size can hold
                felix.etc().write(Bench.PID, settings(vendor, "10000"));
                felix.start();
                long pid = felix.pid();
                Await.until(
                        "it ends",
                        () -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
            }
            assertTrue(Files.exists(dump), "it was for want of memory");
            try (FelixProcess felix = container("-Xmx512m")) {
                felix.etc().write(Bench.PID, settings(vendor, "250"));
                felix.start();
                awaitSucceeded(felix, Dataset.CIRCUITS);
                felix.stop();
            }
            assertHoldsTheTruth(vendor, Dataset.CIRCUITS);
        }
    }

    @Test
    void aDamagedDatabaseIsMovedAsideAndFilledAnew() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "1000")) {
            try (FelixProcess felix = container("-Xmx256m")) {
                felix.etc().write(Bench.PID, Bench.settings(vendor, Map.of()));
                felix.start();
                for (Dataset dataset : Dataset.values()) {
                    awaitSucceeded(felix, dataset);
                }
                felix.stop();
            }
            flipBytes();
            try (FelixProcess felix = container("-Xmx256m")) {
                felix.start();
                Bean element = Bean.of(felix.jmx(), "type=Satprov,name=uat");
                Await.until(
                        "it may poll",
                        () -> element.exists() && element.text("LoginStatus").equals("Success"));
                // not due, but only a reader notices the damage
                String unused = element.call("pollAll");
                Bean store = Bean.of(felix.jmx(), "type=Store");
                Await.until(
                        "it is moved aside", () -> store.text("HealthReason").contains("db-damaged-"));
                for (Dataset dataset : Dataset.values()) {
                    awaitSucceeded(felix, dataset);
                }
                assertEquals("Warning", store.text("Health"));
                felix.stop();
            }
            for (Dataset dataset : Dataset.values()) {
                assertHoldsTheTruth(vendor, dataset);
            }
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path database() {
        return data().resolve("vsatlink").resolve("db");
    }

    private FelixProcess container(String... options) {
        String[] all = Stream.concat(Stream.of(options), Stream.of("-Dkaraf.data=" + data()))
                .toArray(String[]::new);
        return new FelixProcess(data(), all);
    }

    private static Map<String, String> settings(SimulatorProcess vendor, String itemsPerPage) {
        Map<String, String> more = new HashMap<>();
        for (Dataset dataset : Dataset.values()) {
            more.put(dataset.key() + ".state", dataset == Dataset.CIRCUITS ? "enabled" : "disabled");
        }
        more.put("parallelPages", "16");
        more.put("circuits.itemsPerPage", itemsPerPage);
        return Bench.settings(vendor, more);
    }

    private static void awaitSucceeded(FelixProcess felix, Dataset dataset) throws Exception {
        Bean row = Bean.of(felix.jmx(), "type=Satprov,name=uat,dataset=" + dataset.title());
        Await.until(
                dataset + " is polled", () -> row.exists() && row.text("Status").equals("Succeeded"));
    }

    private void assertHoldsTheTruth(SimulatorProcess vendor, Dataset dataset) throws Exception {
        try (StoreAtRest store = StoreAtRest.copyOf(database(), Files.createTempDirectory(folder, "new"), "uat")) {
            store.assertConsistent(dataset);
            Oracle.assertRowsEqual(
                    Listing.of(vendor, dataset).byKey(), store.rows(dataset).iterator(), dataset);
        }
    }

    /** Damages the largest file beyond its first pages. */
    private void flipBytes() throws Exception {
        Path largest;
        try (Stream<Path> files = Files.list(database().resolve("seg0"))) {
            largest = files.max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
            for (long at = 32L * STEP; at < file.length(); at += STEP) {
                file.seek(at + 100);
                int before = file.read();
                file.seek(at + 100);
                file.write(~before);
            }
        }
    }
}
