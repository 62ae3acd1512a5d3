/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills of the assembly in a real Karaf; {@link KillCampaign} runs many. */
class KillIT {
    private static final int KILLS = 5;

    @TempDir
    Path temporary;

    @Test
    void nothingPublishedIsLostOrDoubledAndNoHalfFileIsSeen() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "600");
                Ordeal ordeal = new Ordeal(
                        new KarafVictim(Path.of(System.getProperty("assembly.tar")), vendor.port()),
                        new Vendor(vendor.port()),
                        new Random(seed),
                        temporary)) {
            ordeal.begin();
            while (ordeal.kills() < KILLS - 1) {
                ordeal.round();
            }
            ordeal.end();
            System.out.println(ordeal.met());
        }
    }
}
