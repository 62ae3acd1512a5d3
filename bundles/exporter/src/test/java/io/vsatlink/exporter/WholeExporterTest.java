/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.store.Rows.circuits;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.exporter.ExporterReadings.FileReading;
import io.vsatlink.testkit.Churn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What is torn shows only to a look in whose midst a change falls. So there are thousands of changes, and a look does little else
 * than look.
 */
class WholeExporterTest extends ExporterCase {
    private static final int ROUNDS = 3_000;
    private static final int EXPORTS = 40;

    private final Set<ExportStatus> seen = EnumSet.noneOf(ExportStatus.class);
    private final ConcurrentLinkedQueue<ExporterReadings> torn = new ConcurrentLinkedQueue<>();

    @Test
    void theReasonAndTheFilesBelongToTheStatusWheneverAnotherDirectoryIsSet() throws Exception {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        Path empty = Files.createDirectory(directory.resolve("empty"));
        // nothing is exported meanwhile: an element that polls will ask for that itself
        element.set(CIRCUITS, true, PollStatus.POLLING, PollOutcome.SUCCEEDED);
        try (Churn looks = Churn.of(this::look)) {
            for (int i = 0; i < ROUNDS && torn.isEmpty(); i++) {
                configure("enabled", empty);
                dealWithIt();
                configure("enabled", Path.of(""));
                dealWithIt();
                configure("enabled", directory);
                dealWithIt();
                configure("disabled", directory);
            }
        }
        assertThat(torn).isEmpty();
        assertThat(seen).contains(ExportStatus.DISABLED, ExportStatus.IDLE, ExportStatus.FAILED);
    }

    @Test
    void theFilesBelongToTheStatusAndItsReasonWheneverTheyAreExported() throws Exception {
        configure("enabled");
        settle();
        exporter.exportNow();
        settle();
        try (Churn looks = Churn.of(this::look)) {
            for (int rows = 1; rows <= EXPORTS && torn.isEmpty(); rows++) {
                store.publish(CIRCUITS, circuits(0, rows, 1));
                exporter.exportNow();
                settle();
                exporter.verifyFiles();
                configure("disabled");
                configure("enabled");
            }
        }
        assertThat(torn).isEmpty();
        assertThat(seen).contains(ExportStatus.EXPORTING, ExportStatus.SUCCEEDED);
    }

    private void dealWithIt() throws Exception {
        exporter.thread.afterwards(() -> {}).get(20, TimeUnit.SECONDS);
    }

    private void look() {
        ExporterReadings readings = exporter.readings();
        seen.add(readings.fileExportStatus());
        if (!isWhole(readings)) {
            torn.add(readings);
        }
    }

    private static boolean isWhole(ExporterReadings readings) {
        String reason = readings.fileExportReason();
        int files = readings.files().shown().size();
        boolean together =
                switch (readings.fileExportStatus()) {
                    case DISABLED -> reason.equals("File Export is disabled");
                    case FAILED -> reason.equals("File Export Path is not set");
                    case EXPORTING -> reason.startsWith("exporting to ");
                    case SUCCEEDED -> reason.startsWith("9 files with " + rows(readings) + " row");
                    case IDLE ->
                        files == (reason.equals("waiting for the next completed poll") ? 9 : 0)
                                && (files == 9 || reason.equals("nothing has been exported yet"));
                };
        Health health = readings.fileExportStatus() == ExportStatus.FAILED
                ? new Health(Health.Level.WARNING, "the last export failed: " + reason)
                : new Health(Health.Level.OK, reason);
        return together && readings.condition().equals(health) && (readings.lastExported() == null) == (files == 0);
    }

    private static long rows(ExporterReadings readings) {
        return readings.files().shown().stream()
                .filter(file -> file.dataset() != null)
                .mapToLong(FileReading::rows)
                .sum();
    }
}
