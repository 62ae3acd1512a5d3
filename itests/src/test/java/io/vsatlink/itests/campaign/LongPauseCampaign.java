/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line 7: a vendor that requests a pause of ten years gets one of 15 minutes, and a user can end the pause. */
class LongPauseCampaign {
    private static final Pattern UNTIL = Pattern.compile("(?:next at|waits until) (\\S+?Z)");

    @TempDir
    Path folder;

    @Test
    void tenYearsAreFifteenMinutesAndCanBeCancelled() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "500");
                Bench bench = Bench.start(folder, vendor, Map.of())) {
            bench.awaitFirstPolls();
            Map<String, JsonNode> before = Listing.of(vendor, CIRCUITS).byKey();
            vendor.post("rows/circuits", "{\"change\":5}");
            vendor.post(
                    "faults",
                    """
                            [{"path":"circuits","page":2,"status":503,"headers":{"Retry-After":"315360000"}}]""");
            bench.startPoll(CIRCUITS);
            Await.until("it waits", () -> bench.row(CIRCUITS).text("Status").equals("Waiting"));
            String reason = bench.row(CIRCUITS).text("Reason");
            Matcher until = UNTIL.matcher(reason);
            assertTrue(until.find(), reason);
            Duration wait = Duration.between(Instant.now(), Instant.parse(until.group(1)));
            assertTrue(
                    wait.compareTo(Duration.ofMinutes(14)) > 0 && wait.compareTo(Duration.ofMinutes(15)) <= 0, reason);

            assertEquals("1 cancelled.", bench.element().call("cancel"));
            bench.awaitEnd(CIRCUITS);
            assertEquals("Failed", bench.row(CIRCUITS).text("Status"));
            bench.assertStores(CIRCUITS, before);
        }
    }
}
