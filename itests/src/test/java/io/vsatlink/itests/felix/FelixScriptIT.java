/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.felix.EtcFolder;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code felix/run} starts a plain Felix in which our bundles poll and export. */
class FelixScriptIT {
    @TempDir
    Path folder;

    @Test
    void theScriptStartsAFelixThatPollsAndWritesFilesAndEndsWhenToldTo() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path files = folder.resolve("files");
        EtcFolder etc = new EtcFolder(data.resolve("etc"));
        try (SimulatorProcess simulator = SimulatorProcess.start("--circuits", "60")) {
            etc.write(
                    "io.vsatlink.satprov~uat",
                    Map.of(
                            "host", "http://127.0.0.1",
                            "port", String.valueOf(simulator.port()),
                            "apiUsername", "vsat",
                            "apiPassword", "secret"));
            etc.write("io.vsatlink.exporter~uat", Map.of("fileExport", "enabled", "fileExportPath", files.toString()));
            ProcessBuilder builder = new ProcessBuilder("../felix/run", data.toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process felix = builder.redirectErrorStream(true)
                    .redirectOutput(data.resolve("console.log").toFile())
                    .start();
            try {
                Vendor vendor = new Vendor(simulator.port());
                Await.until("all is in the files", () -> holdsAll(vendor, files));
                felix.destroy();
                assertTrue(felix.waitFor(60, TimeUnit.SECONDS), "it ends");
            } finally {
                felix.destroyForcibly();
            }
            String console = Files.readString(data.resolve("console.log"));
            assertTrue(console.contains("Felix runs with "), console);
            assertEquals(
                    0, console.lines().filter(line -> line.contains("ERROR")).count(), console);
            assertTrue(Files.exists(data.resolve("etc/io.vsatlink.store.cfg")), "what was not there is a template");
        }
    }

    /** Waits for the files and compares them. */
    private static boolean holdsAll(Vendor vendor, Path files) throws Exception {
        if (!Files.exists(files.resolve("manifest.json"))
                || Files.readString(files.resolve("manifest.json")).contains("\"never\"")) {
            return false;
        }
        for (Dataset dataset : Dataset.values()) {
            Oracle.assertCsvEquals(vendor.truth(dataset), files.resolve(dataset.fileStem() + ".csv"), dataset);
        }
        return true;
    }
}
