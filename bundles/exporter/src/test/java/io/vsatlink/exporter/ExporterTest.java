/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.store.Rows.circuits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.exporter.files.ManifestCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.service.event.Event;

class ExporterTest extends ExporterCase {

    @Test
    void isDisabledUnlessToldOtherwise() {
        configure(Map.of());
        assertThat(exporter.readings().fileExportStatus()).isEqualTo(ExportStatus.DISABLED);
        assertThat(exporter.readings().fileExportReason()).isEqualTo("File Export is disabled");
        assertThat(exporter.health()).isEqualTo(new Health(Health.Level.OK, "File Export is disabled"));
        assertThat(exporter.readings().lastExported()).isNull();
    }

    @Test
    void isIdleWhereThereIsNothingToExportYet() {
        configure("enabled");
        expect(ExportStatus.IDLE, "nothing has been exported yet");
        assertThat(exporter.readings().lastExported()).isNull();
        assertThat(events).isEmpty();
    }

    @Test
    void exportsWhatIsThereWhenItIsEnabled() throws IOException {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW);
        assertThat(exporter.health().level()).isEqualTo(Health.Level.OK);
        assertThat(new ManifestCheck(directory).problems()).isEmpty();
    }

    @Test
    void tellsOthersHowEachExportEnded() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        settle();
        store.beforeRows(dataset -> {
            throw new StoreException("the database is gone");
        });
        exporter.pollCompleted();
        settle();
        assertThat(events).extracting(Event::getTopic).containsExactly(Topics.EXPORTED, Topics.EXPORTED);
        assertThat(events)
                .extracting(event -> event.getProperty("element"), event -> event.getProperty("directory"))
                .containsOnly(tuple("uat", directory.toString()));
        assertThat(events).extracting(event -> event.getProperty("outcome")).containsExactly("SUCCEEDED", "FAILED");
        assertThat(events).extracting(event -> event.getProperty("rows")).containsExactly(12L, 0L);
    }

    @Test
    void exportsAfterEachCompletedPoll() {
        configure("enabled");
        settle();
        store.publish(CIRCUITS, circuits(0, 12, 1));
        exporter.pollCompleted();
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        store.publish(CIRCUITS, circuits(0, 13, 1));
        exporter.pollCompleted();
        expect(ExportStatus.SUCCEEDED, "9 files with 13 rows in " + directory);
    }

    @Test
    void aCompletedPollExportsNothingWhileDisabled() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("disabled");
        exporter.pollCompleted();
        expect(ExportStatus.DISABLED, "File Export is disabled");
        assertThat(directory).isEmptyDirectory();
        assertThat(events).isEmpty();
    }

    @Test
    void exportsOnDemandAlsoWhileDisabled() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("disabled");
        assertThat(exporter.exportNow()).isEqualTo("Export started; File Export Status shows the result.");
        expect(ExportStatus.DISABLED, "File Export is disabled");
        assertThat(exporter.last().status()).isEqualTo(ExportStatus.SUCCEEDED);
        assertThat(exporter.last().reason()).isEqualTo("9 files with 12 rows in " + directory);
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW);
    }

    @Test
    void saysThatThereIsNowhereToExportTo() {
        configure(Map.of("fileExport", "enabled"));
        expect(ExportStatus.FAILED, "File Export Path is not set");
        assertThat(exporter.exportNow()).isEqualTo("Nothing is exported: File Export Path is not set.");
        exporter.pollCompleted();
        expect(ExportStatus.FAILED, "File Export Path is not set");
        assertThat(exporter.health())
                .isEqualTo(new Health(Health.Level.WARNING, "the last export failed: File Export Path is not set"));
    }

    @Test
    void isIdleAgainOnceThePathIsSet() {
        configure(Map.of("fileExport", "enabled"));
        settle();
        configure("enabled");
        expect(ExportStatus.IDLE, "nothing has been exported yet");
    }

    @Test
    void aPathThatIsNotAbsoluteIsAConfigurationProblem() {
        configure(Map.of("fileExport", "enabled", "fileExportPath", "exports"));
        settle();
        assertThat(exporter.readings().configurationProblems())
                .contains("fileExportPath")
                .contains("absolute path");
        assertThat(exporter.health().level()).isEqualTo(Health.Level.CRITICAL);
        assertThat(exporter.directory()).isEmpty();
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "theirs");
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled", file);
        expect(ExportStatus.FAILED, file + " is not a directory; the previous files are unchanged");
        configure("enabled", file.resolve("below"));
        expect(ExportStatus.FAILED, file.resolve("below") + ": Not a directory; the previous files are unchanged");
        assertThat(file).hasContent("theirs");
    }

    @Test
    void aFailedExportKeepsTheFilesAndTheTimeOfTheLast() throws IOException {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        settle();
        String before = Files.readString(directory.resolve("manifest.json"));

        store.publish(CIRCUITS, circuits(0, 13, 1));
        store.beforeRows(dataset -> {
            throw new StoreException("the database is gone");
        });
        exporter.pollCompleted();
        expect(ExportStatus.FAILED, "the database is gone; the previous files are unchanged; next attempt in 30s");
        assertThat(exporter.health().level()).isEqualTo(Health.Level.WARNING);
        assertThat(exporter.readings().lastExported()).isEqualTo(NOW);
        assertThat(directory.resolve("manifest.json")).hasContent(before);

        store.beforeRows(dataset -> {});
        exporter.pollCompleted();
        expect(ExportStatus.SUCCEEDED, "9 files with 13 rows in " + directory);
    }

    @Test
    void anExporterWhoseThreadMetAnErrorIsCriticalAndDoesNotStayAtExporting() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        store.beforeRows(dataset -> {
            throw new NoClassDefFoundError("io/vsatlink/Gone");
        });
        configure("enabled");
        expect(ExportStatus.FAILED, "internal error, see the log: java.lang.NoClassDefFoundError: io/vsatlink/Gone");
        assertThat(exporter.health().level()).isEqualTo(Health.Level.CRITICAL);
        assertThat(exporter.health().reason())
                .startsWith("the clock of this element has stopped after an error: java.lang.NoClassDefFoundError");
    }

    @Test
    void anErrorOfOurOwnEndsTheExportAndNotTheExporter() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        store.beforeRows(dataset -> {
            throw new IllegalStateException("a bug");
        });
        configure("enabled");
        expect(ExportStatus.FAILED, "internal error, see the log: java.lang.IllegalStateException: a bug");
        store.beforeRows(dataset -> {});
        exporter.pollCompleted();
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
    }

    @Test
    void requestsDuringAnExportBecomeOneMore() throws InterruptedException {
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
        assertThat(exporter.readings().fileExportStatus()).isEqualTo(ExportStatus.EXPORTING);
        assertThat(exporter.readings().fileExportReason()).isEqualTo("exporting to " + directory);

        store.publish(CIRCUITS, circuits(0, 12, 1));
        assertThat(exporter.exportNow()).startsWith("Export started");
        assertThat(exporter.exportNow()).isEqualTo("An export is already queued.");
        exporter.pollCompleted();
        mayEnd.countDown();
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(events).extracting(event -> event.getProperty("rows")).containsExactly(0L, 12L);
    }

    @Test
    void nothingWasExportedYetWhereTheDirectoryIsNew() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        settle();
        element.set(DEVICES, true, PollStatus.POLLING, PollOutcome.SUCCEEDED);
        configure("enabled", directory.resolve("new"));
        expect(ExportStatus.IDLE, "nothing has been exported yet");
        assertThat(exporter.readings().lastExported()).isNull();
    }

    @Test
    void anotherDirectoryGetsTheFilesToo() throws IOException {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled", directory.resolve("one"));
        settle();
        configure("enabled", directory.resolve("two"));
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory.resolve("two"));
        assertThat(new ManifestCheck(directory.resolve("one")).problems()).isEmpty();
        assertThat(new ManifestCheck(directory.resolve("two")).problems()).isEmpty();
    }

    @Test
    void theSameConfigurationAgainExportsNothing() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        settle();
        store.publish(CIRCUITS, circuits(0, 13, 1));
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(events).hasSize(1);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInThePlaceOfTheManifestHoldsUpNoExport() throws Exception {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        assertThat(new ProcessBuilder(
                                "mkfifo", directory.resolve("manifest.json").toString())
                        .start()
                        .waitFor())
                .isZero();
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        assertThat(new ManifestCheck(directory).problems()).isEmpty();
    }

    @Test
    void filesAreTheOwnersUnlessToldOtherwise() throws IOException {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        settle();
        assertThat(Files.getPosixFilePermissions(directory.resolve("circuits.csv")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        configureWith("filePermissions", "group");
        exporter.exportNow();
        settle();
        assertThat(Files.getPosixFilePermissions(directory.resolve("manifest.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }
}
