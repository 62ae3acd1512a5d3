/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Features from a Maven repository in a folder: installed, upgraded twice during a poll with requests in the outbox,
 * downgraded, and uninstalled.
 */
class FeatureInstallIT {
    @TempDir
    Path folder;

    private Host host;

    @Test
    void areInstalledUpgradedDowngradedAndUninstalledAndTheHostNoticesNothing() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("site"));
        OtherRelease older = OtherRelease.older(folder);
        OtherRelease newer = OtherRelease.newer(folder);
        for (Path archive : List.of(older.archive(), Guest.ARCHIVE, newer.archive())) {
            unpack(archive, repository);
        }
        try (SimulatorProcess simulator = SimulatorProcess.start("--circuits", "100");
                Host running = Host.start(
                        Path.of(System.getProperty("karaf.tar")), "features", repository.resolve("repository"))) {
            host = running;
            Guest guest = new Guest(host, simulator, folder.resolve("files"));

            add(older.version());
            host.shell("feature:install vsatlink");
            host.awaitVersion(older.version());
            guest.awaitPolled();
            host.assertUndisturbed();

            guest.beUsed();
            Kept kept = guest.beInMidPoll();
            add(Guest.VERSION);
            goTo(Guest.VERSION);
            guest.assertUpgraded(kept, Guest.schema());
            host.shell("feature:repo-remove mvn:io.vsatlink/features/" + older.version() + "/xml/features");
            host.assertOnly(Guest.VERSION);

            kept = guest.beInMidPoll();
            add(newer.version());
            goTo(newer.version());
            guest.assertUpgraded(kept, Guest.newerSchema());

            kept = guest.kept();
            goTo(Guest.VERSION);
            guest.assertDowngradeRefused();
            goTo(newer.version());
            guest.assertUpgraded(kept, Guest.newerSchema());
            guest.assertOutboxArrives();

            Map<String, String> settings = Kept.settings(host.file("etc"));
            host.shell("feature:uninstall vsatlink");
            host.awaitBundlesAsBefore();
            host.awaitNoTraces();
            host.assertUndisturbed();
            assertEquals(settings, Kept.settings(host.file("etc")));
            guest.assertFilesAreTheTruth();
        }
    }

    private void add(String version) throws Exception {
        host.shell("feature:repo-add mvn:io.vsatlink/features/" + version + "/xml/features");
    }

    /** Uninstalls the other version completely, although its repository is still known. */
    private void goTo(String version) throws Exception {
        assertEquals(
                "", host.shell("feature:install --upgrade vsatlink/" + version).trim());
        host.awaitVersion(version);
    }

    /** The content of an archive is a Maven repository. */
    private static void unpack(Path archive, Path folder) throws Exception {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    Path file = folder.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                }
            }
        }
    }
}
