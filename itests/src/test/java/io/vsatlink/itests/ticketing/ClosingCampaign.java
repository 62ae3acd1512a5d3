/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import io.vsatlink.itests.parameters.PlantedSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tickets closed at the platform are closed at ETMS, repeatedly, in one Karaf on an overloaded machine. The system
 * property {@code closings} is the number of repetitions.
 */
class ClosingCampaign {
    private static final int CLOSINGS = Integer.getInteger("closings", 50);

    @Test
    void whatThePlatformClosesIsClosedAtEtmsHoweverBusyTheMachineIs() throws Exception {
        List<Thread> load = IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                .mapToObj(n -> new Thread(ClosingCampaign::work, "load-" + n))
                .toList();
        List<Long> seconds = new ArrayList<>();
        try (EtmsScene scene = new EtmsScene(Secrets.PASSWORD, Secrets.KEY, new PlantedSecrets())) {
            scene.start();
            load.forEach(Thread::start);
            for (int n = 0; n < CLOSINGS; n++) {
                long begun = System.nanoTime();
                new ByTmf621(scene).whatIsClosedThereIsClosedAtEtmsAndComesNotBack();
                seconds.add((System.nanoTime() - begun) / 1_000_000_000);
            }
        } finally {
            load.forEach(Thread::interrupt);
            System.out.println(seconds.size() + " closings; each took, in seconds: " + seconds);
        }
    }

    private static void work() {
        double none = 0;
        while (!Thread.currentThread().isInterrupted()) {
            none += Math.sqrt(none + 1);
        }
    }
}
