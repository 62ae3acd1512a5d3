/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.felix.FelixProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServerConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Our bundles without Karaf: only services that OSGi specifies, and no shell. */
class PlainFelixIT {
    private static SimulatorProcess simulator;

    @TempDir
    Path folder;

    private Path files;
    private Map<String, Map<String, String>> configurations;

    @BeforeAll
    static void aVendorIsThere() {
        simulator = SimulatorProcess.start("--circuits", "200", "--seed", "11");
    }

    @AfterAll
    static void theVendorEnds() {
        simulator.close();
    }

    @BeforeEach
    void configurationsAsInKaraf() {
        files = folder.resolve("files");
        configurations = Map.of(
                "io.vsatlink.satprov~uat",
                Map.of(
                        "host", "http://127.0.0.1",
                        "port", String.valueOf(simulator.port()),
                        "apiUsername", "vsat",
                        "apiPassword", "secret"),
                "io.vsatlink.exporter~uat",
                Map.of("fileExport", "enabled", "fileExportPath", files.toString()));
    }

    @Test
    void pollsAllDatasetsAndWritesTheFilesWithoutAShell() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (FelixHost host = FelixHost.start(data, configurations)) {
            for (Bundle bundle : host.context().getBundles()) {
                assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.toString());
                assertFalse(offersTheShell(bundle), bundle + " offers the shell");
            }
            MBeanServerConnection jmx = ManagementFactory.getPlatformMBeanServer();
            assertEveryDatasetHasTheRowsOfTheVendor(jmx);
            Bean exporter = Bean.of(jmx, "type=Exporter,name=uat");
            Await.until("all rows are in the files", () -> exporter.text("FileExportReason")
                    .contains(" with " + vendorRows() + " rows"));
        }
        for (Dataset dataset : Dataset.values()) {
            Oracle.assertCsvEquals(
                    new Vendor(simulator.port()).truth(dataset), files.resolve(dataset.fileStem() + ".csv"), dataset);
        }
    }

    @Test
    void aProcessThatWasKilledHasItsDataWhenItStartsAgain() throws Exception {
        try (FelixProcess felix = new FelixProcess(Files.createDirectory(folder.resolve("data")), "-Xmx256m")) {
            for (Map.Entry<String, Map<String, String>> each : configurations.entrySet()) {
                felix.etc().write(each.getKey(), each.getValue());
            }
            felix.start();
            assertEveryDatasetHasTheRowsOfTheVendor(felix.jmx());
            felix.kill();
            JsonNode pages = pagesAskedFor();

            felix.start();

            assertEveryDatasetHasTheRowsOfTheVendor(felix.jmx());
            Bean element = Bean.of(felix.jmx(), "type=Satprov,name=uat");
            Await.until("it is logged in", () -> element.text("LoginStatus").equals("Success"));
            assertEquals(pages, pagesAskedFor(), "nothing is due");
            felix.stop();
        }
    }

    private static void assertEveryDatasetHasTheRowsOfTheVendor(MBeanServerConnection jmx) throws Exception {
        for (Dataset dataset : Dataset.values()) {
            String name = Character.toUpperCase(dataset.key().charAt(0))
                    + dataset.key().substring(1);
            Bean bean = Bean.of(jmx, "type=Satprov,name=uat,dataset=" + name);
            Await.until(
                    dataset + " is polled",
                    () -> bean.exists() && bean.text("Status").equals("Succeeded"));
            assertEquals(rows(dataset), bean.number("TotalItems"), name);
        }
    }

    private static JsonNode pagesAskedFor() throws Exception {
        return new Vendor(simulator.port()).calls().path("pages");
    }

    private static long vendorRows() {
        return Arrays.stream(Dataset.values()).mapToLong(PlainFelixIT::rows).sum();
    }

    private static long rows(Dataset dataset) {
        return simulator.truth(Vendor.path(dataset)).count();
    }

    private static boolean offersTheShell(Bundle bundle) {
        List<?> packages = bundle.adapt(BundleWiring.class).getCapabilities("osgi.wiring.package");
        return packages.toString().contains("org.apache.karaf.shell");
    }
}
