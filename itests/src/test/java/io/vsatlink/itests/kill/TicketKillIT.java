/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every accepted request reaches ETMS once, according to ETMS's own records; {@link TicketKillCampaign} runs many
 * kills.
 */
class TicketKillIT {
    private static final int REQUESTS = 120;

    @TempDir
    Path temporary;

    @Test
    void eachRequestArrivesOnceAlthoughAPlainJvmIsKilledTenTimes() throws Exception {
        try (SimulatorProcess etms = SimulatorProcess.start("--circuits", "50", "--tickets", "50");
                TicketOrdeal ordeal = new TicketOrdeal(
                        new FelixVictim(Files.createTempDirectory(temporary, "new"), TicketOrdeal.configurations(etms)),
                        etms,
                        seeded(),
                        REQUESTS)) {
            ordeal.run(10);
            System.out.println(ordeal.met());
        }
    }

    @Test
    void eachRequestArrivesOnceAlthoughKarafIsKilledThreeTimes() throws Exception {
        try (SimulatorProcess etms = SimulatorProcess.start("--circuits", "50", "--tickets", "50");
                TicketOrdeal ordeal = new TicketOrdeal(
                        new KarafVictim(Path.of(System.getProperty("assembly.tar")), TicketOrdeal.configurations(etms)),
                        etms,
                        seeded(),
                        REQUESTS)) {
            ordeal.run(3);
            System.out.println(ordeal.met());
        }
    }

    private static Random seeded() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
