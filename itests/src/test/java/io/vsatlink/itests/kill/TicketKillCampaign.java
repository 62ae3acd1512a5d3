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

/**
 * Kills a plain Felix many times while it delivers requests. System properties: {@code kills}, the number of kills
 * (1,000); {@code seed} repeats a run as far as possible. The results are in {@code target/ticket-kill-campaign.md}.
 */
class TicketKillCampaign {
    @Test
    void eachRequestArrivesOnce() throws Exception {
        int kills = Integer.getInteger("kills", 1_000);
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Path target = Path.of(System.getProperty("work.directory")).resolveSibling("ticket-kill-campaign");
        Files.createDirectories(target);
        // kept after a failure: the log and the database show the cause
        Path folder = Files.createTempDirectory(target, "run");
        try (SimulatorProcess etms =
                        SimulatorProcess.start("--circuits", "50", "--tickets", "50", "--etms-latency", "10");
                TicketOrdeal ordeal = new TicketOrdeal(
                        new FelixVictim(folder, TicketOrdeal.configurations(etms)),
                        etms,
                        new Random(seed),
                        10 * kills)) {
            ordeal.run(kills);
            Files.writeString(
                    target.resolveSibling("ticket-kill-campaign.md"),
                    "# Kill campaign of requests\n\n- seed: " + seed + "\n" + ordeal.met());
        }
        Folders.delete(folder);
    }
}
