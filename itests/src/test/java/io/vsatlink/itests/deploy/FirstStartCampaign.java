/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.itests.Ssh;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Kills the first start of the assembly at random moments, and then lets it finish. System properties: {@code rounds},
 * the number of kills (10); {@code seed} repeats a run, though not to the millisecond.
 */
class FirstStartCampaign {
    private static final int KILLS = 6;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    @Test
    void howeverItsFirstStartsAreKilledItComesUpWithSshAndJmx() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 1; round <= Integer.getInteger("rounds", 10); round++) {
            try (KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "first");
                    Ssh ssh = new Ssh(karaf.sshPort())) {
                int kills = 1 + random.nextInt(KILLS);
                for (int kill = 0; kill < kills; kill++) {
                    long end = System.nanoTime() + random.nextLong(LONGEST);
                    karaf.startAndKill(() -> System.nanoTime() > end);
                }
                karaf.start();
                Ssh.Answer answer = ssh.run(KarafProcess.USER, KarafProcess.PASSWORD, "vsat:status");
                assertEquals(0, answer.exit(), answer.output());
                System.out.println("round " + round + ": up after " + kills + " kills");
            }
        }
    }
}
