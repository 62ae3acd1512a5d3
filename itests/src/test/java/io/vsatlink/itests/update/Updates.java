/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.kill.ExportFolder;
import io.vsatlink.itests.kill.Readings;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

/** A host whose bundles are updated while its element polls a slow vendor. */
final class Updates implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Path data;
    private final Vendor vendor;
    private final FelixHost host;
    private final Readings readings;
    private final MBeanServerConnection jmx = ManagementFactory.getPlatformMBeanServer();
    private Duration longestStop = Duration.ZERO;

    /** @param data an empty folder */
    Updates(Path data, int vendorPort) throws Exception {
        this.data = data;
        this.vendor = new Vendor(vendorPort);
        this.host = FelixHost.start(
                data,
                Map.of(
                        "io.vsatlink.satprov~uat",
                        Map.of(
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(vendorPort),
                                "apiUsername", "vsat",
                                "apiPassword", "secret",
                                "parallelPages", "2",
                                "circuits.itemsPerPage", "10"),
                        "io.vsatlink.exporter~uat",
                        Map.of(
                                "fileExport",
                                "enabled",
                                "fileExportPath",
                                data.resolve("files").toString())));
        this.readings = new Readings(jmx);
    }

    /** Updates a bundle while circuits are polled, and checks that its old threads and classes are gone. */
    void updateInMidPoll(Updated which) throws Exception {
        Bundle bundle = bundle(which.symbolicName());
        awaitMidPoll();
        Leftovers before = Leftovers.of(bundle, which.threads());

        long began = System.nanoTime();
        bundle.stop();
        Duration stopped = Duration.ofNanos(System.nanoTime() - began);
        if (which == Updated.VSAT_STORE) {
            assertEquals(
                    List.of(),
                    Leftovers.openFiles(data.resolve("felix")).stream()
                            .filter(file -> file.toString().contains("/db/"))
                            .toList());
        }
        bundle.update();
        long refreshing = System.nanoTime();
        refresh(bundle);
        Duration refreshed = Duration.ofNanos(System.nanoTime() - refreshing);
        bundle.start();

        longestStop = Arrays.stream(new Duration[] {longestStop, stopped, refreshed})
                .max(Duration::compareTo)
                .orElseThrow();
        assertTrue(stopped.compareTo(LIMIT) < 0, which + " stopped within " + stopped);
        before.awaitThreads();
        before.awaitCollected();
        Await.until("all bundles are active", () -> Arrays.stream(host.context().getBundles())
                .allMatch(each -> each.getState() == Bundle.ACTIVE));
    }

    /** Waits for all due polls and compares the files with the vendor's rows. */
    void awaitTheVendorsTruth() throws Exception {
        readings.awaitLogin();
        Await.until("all polled", () -> readings.with("Succeeded").size() == Dataset.values().length);
        readings.awaitExport(new ExportFolder(data.resolve("files")));
        for (Dataset dataset : Dataset.values()) {
            Oracle.assertCsvEquals(
                    vendor.truth(dataset), data.resolve("files").resolve(dataset.fileStem() + ".csv"), dataset);
        }
    }

    /**
     * Changes rows at the vendor and starts a poll of each dataset; a poll that was already running may have missed the
     * change.
     */
    void poll() throws Exception {
        readings.awaitLogin();
        for (Dataset dataset : List.of(Dataset.CIRCUITS, Dataset.DEVICES)) {
            vendor.change(dataset, "{\"add\":3,\"change\":40,\"remove\":2}");
        }
        Await.until("all are polled anew", () -> {
            readings.awaitIdle();
            return readings.pollAll().equals(Dataset.values().length + " queued.");
        });
    }

    /** The longest stop or refresh so far. */
    Duration longestStop() {
        return longestStop;
    }

    private void awaitMidPoll() throws Exception {
        Bean circuits = readings.dataset(Dataset.CIRCUITS);
        Await.until(
                "pages of circuits are read",
                () -> circuits.exists()
                        && circuits.text("Status").equals("Polling")
                        && circuits.number("PagesProcessed") >= 2);
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        host.context()
                .getBundle(0)
                .adapt(FrameworkWiring.class)
                .refreshBundles(Set.of(bundle), event -> refreshed.countDown());
        assertTrue(refreshed.await(30, TimeUnit.SECONDS), "refreshed");
    }

    private Bundle bundle(String symbolicName) {
        List<Bundle> found = new ArrayList<>(List.of(host.context().getBundles()));
        found.removeIf(bundle -> !symbolicName.equals(bundle.getSymbolicName()));
        assertEquals(1, found.size(), symbolicName);
        return found.get(0);
    }

    @Override
    public void close() throws Exception {
        host.close();
    }
}
