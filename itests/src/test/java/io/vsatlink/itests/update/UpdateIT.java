/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.update;

import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Updates and refreshes bundles during a poll: they stop within five seconds, leave no thread, class loader or open
 * database file behind, and finally have the vendor's data.
 */
class UpdateIT {
    @TempDir
    Path folder;

    @Test
    void anUpdateInMidPollLeavesNothingBehindAndTheFirstPollBeginsAgainByItself() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "600", "--latency", "50");
                Updates updates = new Updates(folder, vendor.port())) {
            updates.updateInMidPoll(Updated.SATPROV_CONNECTOR);
            updates.awaitTheVendorsTruth();
            for (Updated each : Updated.values()) {
                updates.poll();
                updates.updateInMidPoll(each);
                updates.poll();
                updates.awaitTheVendorsTruth();
            }
            System.out.println("the longest stop took " + updates.longestStop());
        }
    }
}
