/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.kill.ExportFolder;
import io.vsatlink.itests.kill.Readings;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our elements in a {@link Host}: configured, polled, and stopped during a poll with requests in the outbox. */
final class Guest {
    static final String VERSION = System.getProperty("vsatlink.version");
    static final Path ARCHIVE = Path.of(System.getProperty("vsatlink.kar"));

    private static final Path STEPS = Path.of("../bundles/vsat-store/src/main/resources/io/vsatlink/store/migration");
    private static final String SET_BY_JMX = "7h";

    private final Host host;
    private final Vendor vendor;
    private final Readings readings;
    private final WaitingRequests requests;
    private final Path files;
    private String circuit;

    /** @param files the export directory */
    Guest(Host host, SimulatorProcess simulator, Path files) throws IOException {
        this.host = host;
        this.vendor = new Vendor(simulator.port());
        this.readings = new Readings(host.jmx());
        this.requests = new WaitingRequests(host, simulator);
        this.files = files;
        host.karaf()
                .edit(
                        "io.vsatlink.satprov-uat.cfg",
                        Map.of(
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(simulator.port()),
                                "apiUsername", "vsat",
                                "apiPassword", "secret",
                                "circuits.itemsPerPage", "10"));
        requests.configure();
    }

    /** The schema version of this release. */
    static long schema() throws IOException {
        try (Stream<Path> steps = Files.list(STEPS)) {
            return steps.filter(Files::isRegularFile).count();
        }
    }

    /** The schema version of the newer release. */
    static long newerSchema() throws IOException {
        return schema() + 1;
    }

    void awaitPolled() throws Exception {
        readings.awaitLogin();
        Await.until("all polled", () -> readings.with("Succeeded").size() == Dataset.values().length);
    }

    /** Creates state: an edited settings file, a setting changed by JMX, history, and requests waiting for ETMS. */
    void beUsed() throws Exception {
        host.karaf()
                .edit(
                        host.jmx(),
                        "io.vsatlink.exporter-uat.cfg",
                        Map.of("fileExport", "enabled", "fileExportPath", files.toString()));
        readings.dataset(Dataset.CUSTOMERS).set("Interval", SET_BY_JMX);
        circuit = vendor.change(Dataset.CIRCUITS, "{\"change\":20}")
                .path("changed")
                .get(0)
                .asText();
        pollToTheTruth();
        requests.fill();
    }

    /** Starts a poll of the circuits that stores two pages and never gets a third. */
    Kept beInMidPoll() throws Exception {
        vendor.faults("[{\"path\":\"circuits\",\"page\":3,\"delayMillis\":600000}]");
        vendor.change(Dataset.CIRCUITS, "{\"add\":5,\"change\":30,\"remove\":5}");
        Bean circuits = readings.dataset(Dataset.CIRCUITS);
        circuits.call("poll");
        Await.until("in mid-poll", () -> circuits.number("PagesProcessed") >= 2 && isPolling(circuits));
        return kept();
    }

    Kept kept() throws Exception {
        return Kept.of(host, circuit);
    }

    /** Checks that the newer version continues with the older one's data and has migrated the database. */
    void assertUpgraded(Kept before, long schema) throws Exception {
        readings.awaitLogin();
        before.assertStill(host, circuit);
        assertEquals(SET_BY_JMX, readings.dataset(Dataset.CUSTOMERS).text("Interval"));
        assertEquals(schema, host.bean("type=Store").number("SchemaVersion"));
        vendor.clearFaults();
        pollToTheTruth();
        host.assertUndisturbed();
        assertEquals(List.of(), switchedOff());
    }

    /** Features that were disabled according to the audit log; an upgrade must not appear as a user's change. */
    private List<String> switchedOff() throws IOException {
        return host.karaf()
                .read("data/log/karaf.log")
                .lines()
                .filter(line -> line.contains("from \"enabled\" to \"disabled\""))
                .toList();
    }

    /** The waiting requests are delivered. */
    void assertOutboxArrives() throws Exception {
        requests.deliver();
    }

    /** Checks that the older version runs but does not touch the newer one's data. */
    void assertDowngradeRefused() throws Exception {
        Bean store = host.bean("type=Store");
        String refusal = "was written by a newer VsatLink (schema " + newerSchema() + ", this version supports "
                + schema() + "); it was not changed";
        Await.until(
                "it is refused", () -> store.exists() && store.text("Database").contains(refusal));
        assertEquals("Critical", store.text("Health"));
        String status = host.shell("vsat:status");
        assertTrue(status.contains(refusal), status);
    }

    /** Polls all datasets and compares the files with the vendor's rows. */
    private void pollToTheTruth() throws Exception {
        readings.awaitLogin();
        long before = readings.generations().get(Dataset.CIRCUITS);
        readings.pollAll();
        Await.until("circuits have moved on", () -> readings.generations().get(Dataset.CIRCUITS) > before);
        awaitPolled();
        readings.awaitExport(new ExportFolder(files));
        assertFilesAreTheTruth();
    }

    void assertFilesAreTheTruth() throws Exception {
        for (Dataset dataset : Dataset.values()) {
            Oracle.assertCsvEquals(vendor.truth(dataset), files.resolve(dataset.fileStem() + ".csv"), dataset);
        }
    }

    private static boolean isPolling(Bean circuits) throws Exception {
        return circuits.text("Status").equals("Polling");
    }
}
