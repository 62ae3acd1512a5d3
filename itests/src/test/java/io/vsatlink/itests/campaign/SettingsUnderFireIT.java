/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.EtcFolder;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.management.InvalidAttributeValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines 66 and 67: settings that change continuously, and absurd settings. */
class SettingsUnderFireIT {
    private static final int TIMES = 200;
    private static final long EVERY_MILLIS = 10;

    @TempDir
    Path folder;

    private final SimulatorProcess vendor = SimulatorProcess.start("--circuits", "200");
    private EtcFolder etc;
    private Bench bench;

    @BeforeEach
    void anElementThatIsAboutToPoll() throws Exception {
        etc = new EtcFolder(folder.resolve("etc"));
        bench = Bench.start(folder, vendor, Map.of());
    }

    @AfterEach
    void everythingEnds() throws Exception {
        bench.close();
        vendor.close();
    }

    @Test
    void aFileThatIsRewrittenAHundredTimesASecondLeadsToOnePollEach() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            etc.write(Bench.PID, Bench.settings(vendor, Map.of("circuits.interval", i % 2 == 0 ? "1h" : "2h")));
            Thread.sleep(EVERY_MILLIS);
        }
        etc.write(Bench.PID, Bench.settings(vendor, Map.of("circuits.interval", "3h")));
        Await.until(
                "the last one counts",
                () -> bench.row(CIRCUITS).text("Interval").equals("3h"));
        assertPolledOnceAndAlive();
    }

    @Test
    void whatCannotBeMeantIsRefusedWithTheRangeAndChangesNothing() throws Exception {
        bench.awaitFirstPolls();
        Bean row = bench.row(CIRCUITS);
        for (String bad : new String[] {"0", "0m", "-1h", "1s", "99999999999999999999d", "P99999999999Y", ""}) {
            Exception refused = assertThrows(InvalidAttributeValueException.class, () -> row.set("Interval", bad), bad);
            assertTrue(refused.getMessage().contains("circuits.interval"), refused.getMessage());
            assertTrue(
                    refused.getMessage().contains("1m") && refused.getMessage().contains("365d"), refused.getMessage());
            assertEquals("1d", row.text("Interval"));
        }
        for (String bad : new String[] {"0", "-1", "10001", "99999999999999999999", "1e3", "2.5"}) {
            Map<String, String> settings = new HashMap<>(Bench.settings(vendor, Map.of("circuits.itemsPerPage", bad)));
            etc.write(Bench.PID, settings);
            Await.until("the problem shows", () -> bench.element()
                    .text("ConfigurationProblems")
                    .contains("circuits.itemsPerPage: \"" + bad + "\""));
            String problem = bench.element().text("ConfigurationProblems");
            assertTrue(problem.contains("1") && problem.contains("10000"), problem);
            assertEquals("Critical", bench.element().text("Health"));
            bench.poll(CIRCUITS);
            assertEquals("Succeeded", row.text("Status"), problem);
        }
        etc.write(Bench.PID, Bench.settings(vendor, Map.of()));
        Await.until("the problem is gone", () -> bench.element().text("Health").equals("OK"));
    }

    private void assertPolledOnceAndAlive() throws Exception {
        bench.awaitFirstPolls();
        for (Dataset dataset : Dataset.values()) {
            long rows = Listing.of(vendor, dataset).rows().size();
            assertEquals((rows + 249) / 250, bench.pages(dataset), dataset.key());
        }
        assertEquals(1, bench.calls().path("logins").asLong());
        vendor.post("rows/circuits", "{\"change\":5}");
        bench.poll(CIRCUITS);
        bench.assertStoresTheTruth(CIRCUITS);
    }
}
