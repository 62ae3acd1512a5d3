/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.kill.Readings;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.Test;

/**
 * Polls and exports a large network with a small heap, in the assembly in a real Karaf. System properties: {@code
 * circuits} (200000; all datasets together have 8.4 times as many rows) and {@code heap} (256m).
 */
class MemoryCampaign {
    private static final Duration LIMIT = Duration.ofHours(2);

    private final StringBuilder report = new StringBuilder();

    @Test
    void aLargeNetworkIsPolledAndExportedInASmallHeap() throws Exception {
        String circuits = System.getProperty("circuits", "200000");
        String heap = System.getProperty("heap", "256m");
        report.append("# Memory campaign\n\n")
                .append(circuits)
                .append(" circuits, heap of ")
                .append(heap);
        report.append(
                "\n\n| step | seconds | peak of the heap after a collection, MB | peak resident, MB |\n|---|---|---|---|\n");
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", circuits);
                KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "memory")) {
            karaf.edit(
                    "io.vsatlink.satprov-uat.cfg",
                    Map.of(
                            "host", "http://127.0.0.1",
                            "port", String.valueOf(vendor.port()),
                            "apiUsername", "vsat",
                            "apiPassword", "secret"));
            karaf.edit(
                    "io.vsatlink.exporter-uat.cfg",
                    Map.of(
                            "fileExport", "enabled",
                            "formats", "csv,jsonl",
                            "fileExportPath", karaf.home().resolve("files").toString()));
            karaf.start(heap);
            try (JMXConnector connector = karaf.connect()) {
                MBeanServerConnection jmx = connector.getMBeanServerConnection();
                Readings readings = new Readings(jmx);
                HeapWatch watch = new HeapWatch(jmx, karaf.container().pid());
                readings.awaitLogin();
                step("first poll", watch, () -> allSucceeded(readings));
                Path files = karaf.home().resolve("files");
                step("export", watch, () -> Files.exists(files.resolve("manifest.json")));
                readings.pollAll();
                step("unchanged poll", watch, () -> allSucceeded(readings));
                step("its export", watch, () -> isExported(jmx));
                assertEquals(
                        Long.parseLong(circuits),
                        readings.dataset(Dataset.CIRCUITS).number("TotalItems"));
                assertFalse(karaf.read("data/log/karaf.log").contains("OutOfMemoryError"));
            }
        } finally {
            Files.writeString(
                    Path.of(System.getProperty("work.directory")).resolveSibling("memory-campaign.md"), report);
            System.out.println(report);
        }
    }

    private interface Condition {
        boolean isTrue() throws Exception;
    }

    private void step(String name, HeapWatch watch, Condition done) throws Exception {
        long began = System.nanoTime();
        Await.until(LIMIT, name, () -> {
            watch.look();
            return done.isTrue();
        });
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        report.append("| %s | %d | %d | %d |%n".formatted(name, seconds, watch.takePeak(), watch.residentPeak()));
    }

    private static boolean allSucceeded(Readings readings) throws Exception {
        return readings.with("Failed").isEmpty() && readings.with("Succeeded").size() == Dataset.values().length;
    }

    private static boolean isExported(MBeanServerConnection jmx) throws Exception {
        return Bean.of(jmx, "type=Exporter,name=uat").text("FileExportStatus").equals("Succeeded");
    }
}
