/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.update;

import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeats {@link UpdateIT} many times; the system property {@code updates} is the number (50). */
class UpdateCampaign {
    @TempDir
    Path folder;

    @Test
    void updatesInMidPollLeaveNothingBehind() throws Exception {
        int count = Integer.getInteger("updates", 50);
        List<Updated> all = List.of(Updated.values());
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "600", "--latency", "50");
                Updates updates = new Updates(folder, vendor.port())) {
            updates.awaitTheVendorsTruth();
            for (int i = 0; i < count; i++) {
                updates.poll();
                updates.updateInMidPoll(all.get(i % all.size()));
                updates.poll();
                updates.awaitTheVendorsTruth();
            }
            Files.writeString(
                    Path.of(System.getProperty("work.directory")).resolveSibling("update-campaign.md"),
                    "# Update campaign\n\n- updates: " + count + "\n- the longest stop: "
                            + updates.longestStop().toMillis() + " ms\n");
        }
    }
}
