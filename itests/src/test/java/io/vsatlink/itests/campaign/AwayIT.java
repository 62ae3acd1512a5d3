/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import io.vsatlink.testkit.karaf.FreePorts;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines 9, 69 and 71: a start without a vendor and without a database, until both are available. */
class AwayIT {
    @TempDir
    Path folder;

    @Test
    void whatStartsWithoutItsDatabaseAndItsVendorSaysSoAndGoesOnWhenTheyAreThere() throws Exception {
        Path root = folder;
        // the path of the store's database folder
        String database = "-Dkaraf.data=" + root.resolve("shared");
        int port = FreePorts.next();
        Map<String, String> settings = Map.of(
                "host",
                "http://127.0.0.1",
                "port",
                String.valueOf(port),
                "apiUsername",
                "vsat",
                "apiPassword",
                "secret");
        try (FelixProcess holder = new FelixProcess(root.resolve("holder"), database, "-Xmx256m");
                FelixProcess felix = new FelixProcess(root.resolve("data"), database, "-Xmx256m")) {
            holder.etc().write("io.vsatlink.satprov~other", Map.of("apiUsername", ""));
            holder.start();
            felix.etc().write(Bench.PID, settings);
            felix.start();
            Bean element = Bean.of(felix.jmx(), "type=Satprov,name=uat");
            Await.until(
                    "Health names the database",
                    () -> element.exists()
                            && element.text("Health").equals("Critical")
                            && element.text("HealthReason").contains("database"));
            String health = element.text("HealthReason");
            assertTrue(health.contains(root.resolve("shared").toString()), health);

            holder.stop();
            Await.until("Health names the vendor", () -> element.text("HealthReason")
                    .startsWith("login failed: "));
            String login = element.text("LoginReason");
            assertTrue(login.matches("satellite-provisioning .*refused the connection.*; next attempt at \\S+"), login);

            try (SimulatorProcess vendor =
                    SimulatorProcess.start("--circuits", "200", "--port", String.valueOf(port))) {
                for (Dataset dataset : Dataset.values()) {
                    Bean row = Bean.of(felix.jmx(), "type=Satprov,name=uat,dataset=" + dataset.title());
                    Await.until(dataset + " is polled", () -> row.text("Status").equals("Succeeded"));
                    assertEquals(Listing.of(vendor, dataset).rows().size(), row.number("TotalItems"));
                }
                assertEquals("OK", element.text("Health"));
            }
            felix.stop();
        }
    }
}
