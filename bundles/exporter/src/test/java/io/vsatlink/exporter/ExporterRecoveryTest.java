/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.store.Rows.circuits;
import static io.vsatlink.api.store.Rows.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.exporter.files.ManifestCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExporterRecoveryTest extends ExporterCase {

    @Override
    Duration lookAgain() {
        return Duration.ofMillis(20);
    }

    @Test
    void aRestartExportsNothingWhereTheFilesAreCurrent() {
        exportAndRestart();
        configure("enabled");
        expect(ExportStatus.IDLE, "waiting for the next completed poll");
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW);
        assertThat(events).isEmpty();
    }

    @Test
    void aRestartRecallsTheLastExportAlsoWhileDisabled() {
        exportAndRestart();
        store.publish(CUSTOMERS);
        configure("disabled");
        expect(ExportStatus.DISABLED, "File Export is disabled");
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW);
        assertThat(events).isEmpty();
    }

    @Test
    void aRestartMakesUpForAPollThatWasMissed() {
        exportAndRestart();
        store.publish(CUSTOMERS);
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void aRestartMakesUpForADamagedFile() throws IOException {
        exportAndRestart();
        Files.writeString(directory.resolve("circuits.csv"), "half of");
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(new ManifestCheck(directory).problems()).isEmpty();
    }

    @Test
    void aRestartMakesUpForAManifestThatIsNone() throws IOException {
        exportAndRestart();
        Files.writeString(directory.resolve("manifest.json"), "{\"element\"");
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
    }

    @Test
    void aBrokenManifestExportsNothingWhileDisabled() throws IOException {
        exportAndRestart();
        Files.writeString(directory.resolve("manifest.json"), "{\"element\"");
        configure("disabled");
        expect(ExportStatus.DISABLED, "File Export is disabled");
        assertThat(events).isEmpty();
    }

    @Test
    void aRestartMakesUpForAManifestWithDatasetsThatAreNotOurs() throws IOException {
        exportAndRestart();
        Path manifest = directory.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"circuits\"", "\"beams\""));
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
    }

    @Test
    void aRestartLeavesTheExportToAPollThatIsOnItsWay() {
        exportAndRestart();
        store.publish(CIRCUITS, circuits(0, 13, 1));
        element.set(DEVICES, true, PollStatus.QUEUED, PollOutcome.SUCCEEDED);
        configure("enabled");
        expect(ExportStatus.IDLE, "waiting for the next completed poll");
        assertThat(events).isEmpty();
    }

    @Test
    void aRestartMakesUpForAKillBetweenTwoRenames() throws IOException {
        Path next = directory.resolve("next");
        exportAndRestart();
        store.publish(CIRCUITS, circuits(0, 13, 1)).publish(CUSTOMERS, full(CUSTOMERS, "1", 1));
        configure("enabled", next);
        settle();
        for (String renamed : List.of("circuits.csv", "customers.csv")) {
            Files.move(next.resolve(renamed), directory.resolve(renamed), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(directory.resolve(".vsatlink-manifest.json.tmp"), "half");
        assertThat(new ManifestCheck(directory).problems()).hasSize(2);

        restart();
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 14 rows in " + directory);
        assertThat(new ManifestCheck(directory).problems()).isEmpty();
        assertThat(directory.resolve(".vsatlink-manifest.json.tmp")).doesNotExist();
    }

    @Test
    void aRestartMakesUpForFormatsThatWereChangedMeanwhile() throws IOException {
        exportAndRestart();
        configureWith("formats", "jsonl");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(directory.resolve("circuits.jsonl")).isRegularFile();
        assertThat(directory.resolve("circuits.csv")).doesNotExist();
    }

    @Test
    void aStoreThatIsNotOpenYetIsAskedAgainUntilItIs() {
        exportAndRestart();
        store.publish(CIRCUITS, circuits(0, 13, 1));
        store.beforeCurrent(() -> {
            throw new StoreException("the database is not open");
        });
        configure("enabled");
        expect(ExportStatus.IDLE, "the database is not open; next attempt in 0s");
        assertThat(events).isEmpty();
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW);

        store.beforeCurrent(() -> {});
        awaitReason("9 files with 13 rows in " + directory);
        expect(ExportStatus.SUCCEEDED, "9 files with 13 rows in " + directory);
    }

    @Test
    void anExportThatTheStoreRefusedIsMadeUpForWithoutAnotherPoll() {
        exportAndRestart();
        store.publish(CIRCUITS, circuits(0, 13, 1));
        store.beforeRows(dataset -> {
            throw new StoreException("the database is not open");
        });
        configure("enabled");
        awaitReason("the database is not open; the previous files are unchanged; next attempt in 0s");
        store.beforeRows(dataset -> {});
        awaitReason("9 files with 13 rows in " + directory);
        expect(ExportStatus.SUCCEEDED, "9 files with 13 rows in " + directory);
    }

    @Test
    void anErrorOfOurOwnWhileLookingEndsTheLookAndNotTheExporter() {
        exportAndRestart();
        store.beforeCurrent(() -> {
            throw new IllegalStateException("a bug");
        });
        configure("enabled");
        expect(ExportStatus.FAILED, "internal error, see the log: java.lang.IllegalStateException: a bug");
        exporter.pollCompleted();
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
    }

    private void awaitReason(String reason) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!exporter.readings().fileExportReason().equals(reason)) {
            assertThat(System.nanoTime())
                    .as(exporter.readings().fileExportReason())
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
