/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines 16 and 20: responses much larger than the container's memory. */
class SmallHeapIT {
    private static final Set<String> BUSY = Set.of("Queued", "Polling", "Waiting");

    @TempDir
    Path folder;

    @Test
    void aContainerOf128MegabytesOutlivesBombsAndGiantTexts() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "2000");
                FelixProcess felix =
                        new FelixProcess(folder.resolve("data"), "-Xmx128m", "-XX:+ExitOnOutOfMemoryError")) {
            felix.etc().write(Bench.PID, Bench.settings(vendor, Map.of()));
            felix.start();
            for (Dataset dataset : Dataset.values()) {
                Bean row = row(felix, dataset);
                Await.until(
                        dataset + " is polled",
                        () -> row.exists() && row.text("Status").equals("Succeeded"));
            }
            Bean row = row(felix, CIRCUITS);

            String bomb = poll(vendor, row, "'skip':1,'gzip':'bomb'");
            assertTrue(bomb.contains("larger than our limit of 32 MB"), bomb);

            String text = poll(vendor, row, "'skip':1,'hugeString':{'field':'nms','megabytes':20}");
            assertTrue(text.contains("exceeds one of our limits") && text.contains("1048576"), text);

            vendor.clearFaults();
            assertEquals("1 queued.", row.call("poll"));
            Await.until("polled", () -> !BUSY.contains(row.text("Status")));
            assertEquals("Succeeded", row.text("Status"), row.text("Reason"));
            assertEquals(2000, row.number("TotalItems"));
            felix.stop();
        }
    }

    private static String poll(SimulatorProcess vendor, Bean row, String fault) throws Exception {
        vendor.post("faults", ("[{'path':'circuits'," + fault + "}]").replace('\'', '"'));
        assertEquals("1 queued.", row.call("poll"));
        Await.until("polled", () -> !BUSY.contains(row.text("Status")));
        assertEquals("Failed", row.text("Status"));
        return row.text("Reason");
    }

    private static Bean row(FelixProcess felix, Dataset dataset) throws Exception {
        return Bean.of(felix.jmx(), "type=Satprov,name=uat,dataset=" + dataset.title());
    }
}
