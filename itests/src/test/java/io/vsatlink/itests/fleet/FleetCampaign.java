/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Three containers on one PostgreSQL, which polls eight datasets and serves two ticketing systems, through kills, suspensions, cut
 * networks, a database without free connections, and failovers to its standby. System properties: {@code minutes} (30); {@code seed}
 * chooses the same blows again. The results are in {@code target/fleet-campaign.md}.
 */
class FleetCampaign {
    @Test
    void nothingIsLostOrDoubledAndWorkGoesOn() throws Exception {
        Duration length = Duration.ofMinutes(Integer.getInteger("minutes", 30));
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Path target = Path.of(System.getProperty("work.directory")).resolveSibling("fleet-campaign");
        Files.createDirectories(target);
        // kept: its logs show the cause of a failure
        Path folder = Files.createTempDirectory(target, "run");
        try (Fleet fleet = new Fleet(folder, seed)) {
            fleet.start();
            awaitWork(fleet);
            try (Connection admin = fleet.database().admin()) {
                DutyBook.open(admin);
            }
            BooksCompared books = new BooksCompared(fleet);
            Blows blows = new Blows(fleet, new Random(seed));
            Instant end = Instant.now().plus(length);
            while (Instant.now().isBefore(end)) {
                blows.next();
                books.consistent();
                Thread.sleep(3_000);
            }
            fleet.rest();
            FleetReport report;
            try {
                books.allArrived();
                books.rowsEqual();
                books.ticketsEqual();
                books.consistent();
            } finally {
                report = FleetReport.of(fleet, blows);
                String text = "# Fleet campaign\n\n- minutes: " + length.toMinutes() + "\n- seed: " + seed + "\n"
                        + report.text();
                System.out.println(text);
                Files.writeString(target.resolveSibling("fleet-campaign.md"), text);
            }
            report.judge();
        }
    }

    private static void awaitWork(Fleet fleet) throws Exception {
        for (Member member : fleet.members()) {
            Bean element = member.bean("type=Satprov,name=uat");
            Await.until(
                    member.name() + " has its part in the work",
                    () -> element.exists() && element.text("Health").equals("OK"));
        }
        for (Subject subject : fleet.subjects()) {
            Await.until(
                    "work begins: " + subject,
                    () -> fleet.calls().first(call -> call.isPageOf(subject)).isPresent());
        }
    }
}
