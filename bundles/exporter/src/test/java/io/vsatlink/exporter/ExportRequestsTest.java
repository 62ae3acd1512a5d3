/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static io.vsatlink.api.store.Rows.circuits;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.exporter.files.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which requests lead to an export, and to how many. */
class ExportRequestsTest extends ExporterCase {
    private static final String INCOMPLETE =
            "customers, locations: the last poll did not succeed and Export Incomplete is disabled; the previous files are unchanged";

    @Test
    void anyNumberOfRequestsDuringAnExportBecomeExactlyOneMore() throws InterruptedException {
        configure("enabled");
        settle();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        store.beforeRows(dataset -> {
            running.countDown();
            awaitQuietly(mayEnd);
        });
        exporter.exportNow();
        running.await();

        AtomicInteger started = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 400; i++) {
            people.execute(() -> {
                if (exporter.exportNow().startsWith("Export started")) {
                    started.incrementAndGet();
                }
                exporter.pollCompleted();
            });
        }
        people.shutdown();
        assertThat(people.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        mayEnd.countDown();
        settle();
        assertThat(events).hasSize(2);
        assertThat(started).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void theLastOfManyRequestsSeesWhatWasPublishedBeforeIt() throws IOException {
        configure("enabled");
        settle();
        for (int rows = 1; rows <= 50; rows++) {
            store.publish(CIRCUITS, circuits(0, rows, 1));
            exporter.pollCompleted();
        }
        settle();
        assertThat(Manifest.read(directory).orElseThrow().rows()).isEqualTo(50);
    }

    @Test
    void anExporterThatWasStoppedKeepsNobodyWaiting() {
        configure("enabled");
        settle();
        exporter.close();
        exporter.pollCompleted();
        exporter.exportNow();
        assertThat(exporter.exporting()).isFalse();
    }

    @Test
    void incompleteDataIsExportedUnlessToldOtherwise() throws IOException {
        incomplete();
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(Manifest.read(directory).orElseThrow().files())
                .extracting(Manifest.Entry::state)
                .startsWith("complete", "stale", "stale", "disabled");
    }

    @Test
    void incompleteDataIsSkippedAndTheDatasetsAreNamed() throws IOException {
        exportAndRestart();
        String before = Files.readString(directory.resolve("manifest.json"));
        incomplete();
        store.publish(CIRCUITS, circuits(0, 13, 1));
        configureWith("exportIncomplete", "disabled");
        expect(ExportStatus.IDLE, INCOMPLETE);
        exporter.pollCompleted();
        expect(ExportStatus.IDLE, INCOMPLETE);
        assertThat(exporter.exportNow()).isEqualTo("Nothing is exported: " + INCOMPLETE + ".");
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW);
        assertThat(directory.resolve("manifest.json")).hasContent(before);
        assertThat(events).isEmpty();

        element.set(CUSTOMERS, true, PollStatus.SUCCEEDED, PollOutcome.SUCCEEDED)
                .set(LOCATIONS, false, PollStatus.DISABLED, PollOutcome.HELD);
        exporter.pollCompleted();
        expect(ExportStatus.SUCCEEDED, "9 files with 13 rows in " + directory);
    }

    @Test
    void allowingIncompleteDataExportsItAtOnce() {
        incomplete();
        configureWith("exportIncomplete", "disabled");
        expect(ExportStatus.IDLE, INCOMPLETE);
        configureWith("exportIncomplete", "enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
    }

    @Test
    void aFailureStaysToBeSeenWhenTheNextExportIsSkipped() throws IOException {
        Files.createDirectories(directory.resolve("customers.csv/in the way"));
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configureWith("exportIncomplete", "disabled");
        String reason = directory.resolve("customers.csv")
                + ": Is a directory; some files are new and some are of the previous export; export:verify fails until an export succeeds";
        expect(ExportStatus.FAILED, reason);
        incomplete();
        exporter.pollCompleted();
        expect(ExportStatus.FAILED, reason);
    }

    @Test
    void aBadValueStopsOnlyWhatNeedsIt() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configureWith("formats", "csv,xlsx");
        expect(ExportStatus.FAILED, "formats is missing or invalid");
        assertThat(exporter.exportNow()).isEqualTo("Nothing is exported: formats is missing or invalid.");
        assertThat(exporter.readings().configurationProblems())
                .isEqualTo("formats: \"csv,xlsx\" is not accepted; allowed is a comma-separated list of csv, jsonl");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void twoElementsDoNotShareADirectory() throws IOException {
        exportAndRestart();
        Path manifest = directory.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"uat\"", "\"production\""));
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        neighbours.put("production", link);
        configure("enabled");
        expect(
                ExportStatus.FAILED,
                directory.toRealPath()
                        + ": the element production already exports to this directory; each element needs its own; the previous files are unchanged");
        neighbours.put("production", directory.resolve("moved"));
        exporter.pollCompleted();
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
    }

    @Test
    void theFilesOfAnElementThatIsGoneBlockNobody() throws IOException {
        exportAndRestart();
        Path manifest = directory.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"uat\"", "\"gone\""));
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
    }

    private void incomplete() {
        store.publish(CIRCUITS, circuits(0, 12, 1)).publish(CUSTOMERS).publish(LOCATIONS);
        element.set(CUSTOMERS, true, PollStatus.FAILED, PollOutcome.FAILED)
                .set(LOCATIONS, true, PollStatus.HELD, PollOutcome.HELD)
                .set(DEVICES, false, PollStatus.DISABLED, PollOutcome.FAILED);
    }
}
