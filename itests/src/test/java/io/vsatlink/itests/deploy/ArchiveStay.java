/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.kill.Seal;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/**
 * The archive in a running stock Karaf that has no network: dropped, upgraded twice in mid-poll with requests in the outbox,
 * downgraded, and taken away.
 */
final class ArchiveStay {
    /** Below this a figure is one; above, something hangs. */
    private static final Duration ANY_MACHINE = Duration.ofMinutes(1);

    private static final String DATABASE = "data/vsatlink/db";

    private final Path distribution;
    private final Path folder;
    private final OtherRelease older;
    private final OtherRelease newer;
    private Vendor vendor;
    private Host host;
    private Guest guest;
    private Kept keptOfThisRelease;

    /**
     * @param distribution the archive of a Karaf
     * @param folder for what is made on the way
     */
    ArchiveStay(Path distribution, Path folder) throws IOException {
        this.distribution = distribution;
        this.folder = folder;
        older = OtherRelease.older(folder);
        newer = OtherRelease.newer(folder);
    }

    void fromComingToGoing() throws Exception {
        try (SimulatorProcess simulator = SimulatorProcess.start("--circuits", "100");
                Host running = Host.start(distribution, "stock")) {
            vendor = new Vendor(simulator.port());
            host = running;
            guest = new Guest(host, simulator, folder.resolve("files"));
            comes();
            isUpgradedInMidPollAndABundleHasAnotherName();
            isUpgradedInMidPollAndTheSchemaIsAnother();
            aDowngradeIsRefusedAndTouchesNothing();
            goesBackForGood();
            goes();
            closesDoorsForAHostThatAsksForIt();
            offersADataSourceThatShowsNoSecretToAHostThatAsksForIt();
        }
    }

    /** The older release, whose code is this one's unless it is a real one. */
    private void comes() throws Exception {
        Instant dropped = Instant.now();
        host.drop(older.archive());
        Await.until("a page is asked for", () -> firstPage() != null);
        Instant asked = Instant.parse(firstPage());
        Duration took = Duration.between(dropped, asked);
        System.out.printf(
                "%s: the first page was asked for %.1f s after the drop, %.1f s after the host had found the archive%n",
                distribution.getFileName(),
                took.toMillis() / 1e3,
                Duration.between(host.foundArchive(), asked).toMillis() / 1e3);
        assertTrue(took.compareTo(ANY_MACHINE) < 0, took.toString());
        host.awaitVersion(older.version());
        guest.awaitPolled();
        assertTrue(host.maxHeap() <= 512, host.maxHeap() + " MB");

        assertTrue(host.karaf().read("etc/io.vsatlink.exporter-uat.cfg").contains("#fileExport = disabled"));
        for (String rules : List.of("jmx.acl.io.vsatlink", "org.apache.karaf.command.acl.vsat")) {
            assertTrue(Files.exists(host.file("etc/" + rules + ".cfg")), rules);
        }
        host.assertUndisturbed();
    }

    private void isUpgradedInMidPollAndABundleHasAnotherName() throws Exception {
        guest.beUsed();
        Kept kept = guest.beInMidPoll();
        host.drop(Guest.ARCHIVE);
        host.awaitVersion(Guest.VERSION);
        guest.assertUpgraded(kept, Guest.schema());
        host.assertOnly(Guest.VERSION);
    }

    private void isUpgradedInMidPollAndTheSchemaIsAnother() throws Exception {
        keptOfThisRelease = guest.beInMidPoll();
        host.drop(newer.archive());
        host.awaitVersion(newer.version());
        guest.assertUpgraded(keptOfThisRelease, Guest.newerSchema());
    }

    private void aDowngradeIsRefusedAndTouchesNothing() throws Exception {
        host.delete();
        host.awaitBundlesAsBefore();
        Map<String, Seal> database = databaseAtRest();

        host.drop(Guest.ARCHIVE);
        host.awaitVersion(Guest.VERSION);
        guest.assertDowngradeRefused();
        host.delete();
        host.awaitBundlesAsBefore();
        assertEquals(database, databaseAtRest());
        host.assertUndisturbed();
    }

    /** With the database as it was before the newer release; what was polled since is polled again. */
    private void goesBackForGood() throws Exception {
        Files.move(host.file(DATABASE), host.file(DATABASE + "-newer"));
        Files.move(host.file(DATABASE + "-schema-" + Guest.schema()), host.file(DATABASE));
        host.drop(Guest.ARCHIVE);
        host.awaitVersion(Guest.VERSION);
        guest.assertUpgraded(keptOfThisRelease, Guest.schema());
    }

    private void goes() throws Exception {
        guest.assertOutboxArrives();
        Map<String, String> settings = Kept.settings(host.file("etc"));
        host.delete();
        host.awaitBundlesAsBefore();
        host.awaitNoTraces();
        host.assertUndisturbed();
        assertEquals(settings, Kept.settings(host.file("etc")));
        assertTrue(Files.exists(host.file(DATABASE + "/service.properties")));
        guest.assertFilesAreTheTruth();
    }

    /** The guard is in the archive, and installed by nobody but the host. What it has closed stays so, so it comes last. */
    private void closesDoorsForAHostThatAsksForIt() throws Exception {
        ObjectName loader = new ObjectName("host:type=loader");
        assertTrue(host.forwards(), "a stock Karaf forwards");
        host.jmx().createMBean("javax.management.loading.MLet", loader);
        host.jmx().unregisterMBean(loader);

        host.drop(Guest.ARCHIVE);
        host.awaitVersion(Guest.VERSION);
        assertTrue(host.forwards(), "not by itself");
        assertEquals("", host.shell("feature:install vsatlink-karaf-guard"));
        assertFalse(host.forwards());
        try (JMXConnector connector = host.connectAnew()) {
            assertThrows(
                    SecurityException.class,
                    () -> connector.getMBeanServerConnection().createMBean("javax.management.loading.MLet", loader));
        }
        host.assertUndisturbed();
    }

    /** The pool and its driver are in the archive too. */
    private void offersADataSourceThatShowsNoSecretToAHostThatAsksForIt() throws Exception {
        assertFalse(host.shell("service:list javax.sql.DataSource").contains("vsatlink"), "not by itself");
        assertEquals("", host.shell("feature:install vsatlink-store-postgresql"));
        Bean pool = host.bean("type=PostgreSql");
        Await.until("the pool is there", pool::exists);
        pool.set("DatabaseUrl", "jdbc:postgresql://127.0.0.1:1/vsatlink");
        pool.set("DatabaseUser", "planted-user");
        pool.set("DatabasePassword", "planted-password");
        String services = host.shell("service:list javax.sql.DataSource");
        assertTrue(services.contains("vsatlink-postgresql"), services);
        assertFalse(services.contains("planted") || services.contains("127.0.0.1"), services);
        Await.until("nothing listens there", () -> pool.text("Health").equals("Critical"));
        assertTrue(pool.text("HealthReason").contains("127.0.0.1:1 refused"), pool.text("HealthReason"));
        assertEquals("********", pool.text("DatabasePassword"));
        pool.set("DatabaseUrl", "");
        assertEquals("OK", pool.text("Health"));
        assertEquals("", pool.text("DatabasePassword"), "nobody leads it to a server of their own");
        host.assertUndisturbed();
    }

    /** When it was asked for, by the vendor's clock, which is this machine's; null as long as it was not. */
    private String firstPage() throws Exception {
        for (JsonNode call : vendor.callLog()) {
            if (call.path("target").asText().contains("?page=")) {
                return call.path("time").asText();
            }
        }
        return null;
    }

    /** The database's files; those of Derby's log and locks change when it is opened, whoever only looks. */
    private Map<String, Seal> databaseAtRest() throws Exception {
        Map<String, Seal> found = new TreeMap<>();
        Path database = host.file(DATABASE);
        try (Stream<Path> walk = Files.walk(database.resolve("seg0"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                found.put(database.relativize(file).toString(), Seal.of(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
