/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Kills a plain Felix many times. System properties: {@code kills}, the number of kills (200); {@code seed} repeats a
 * run, though not to the millisecond. The results are in {@code target/kill-campaign.md}.
 */
class KillCampaign {
    @Test
    void nothingPublishedIsLostOrDoubledAndNoHalfFileIsSeen() throws Exception {
        int kills = Integer.getInteger("kills", 200);
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        long began = System.nanoTime();
        Path target = Path.of(System.getProperty("work.directory")).resolveSibling("kill-campaign");
        Files.createDirectories(target);
        // kept after a failure: the log and the database show the cause
        Path folder = Files.createTempDirectory(target, "run");
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "600", "--latency", "10");
                Ordeal ordeal = new Ordeal(
                        new FelixVictim(Files.createDirectory(folder.resolve("felix")), vendor.port()),
                        new Vendor(vendor.port()),
                        new Random(seed),
                        Files.createDirectory(folder.resolve("rest")))) {
            ordeal.begin();
            while (ordeal.kills() < kills - 1) {
                ordeal.round();
                // after each kill, so that an aborted run shows its progress
                write(target, seed, began, ordeal);
            }
            ordeal.end();
            write(target, seed, began, ordeal);
        }
        Folders.delete(folder);
    }

    private static void write(Path target, long seed, long began, Ordeal ordeal) throws IOException {
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        Files.writeString(
                target.resolveSibling("kill-campaign.md"),
                "# Kill campaign\n\n- seed: " + seed + "\n- seconds: " + seconds + "\n" + ordeal.met());
    }
}
