/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.store.Rows.circuits;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.exporter.ExporterReadings.FileReading;
import io.vsatlink.testkit.Churn;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class WholeExporterTest extends ExporterCase {
    private final Set<ExportStatus> seen = ConcurrentHashMap.newKeySet();

    @Test
    void theFilesBelongToTheStatusAndItsReasonWheneverSomebodyLooks() throws Exception {
        configure("enabled");
        settle();
        exporter.exportNow();
        settle();
        try (Churn looks = Churn.of(() -> requireWhole(exporter.readings()))) {
            for (int rows = 1; rows <= 40; rows++) {
                store.publish(CIRCUITS, circuits(0, rows, 1));
                exporter.exportNow();
                settle();
                exporter.verifyFiles();
                configure("disabled");
                configure("enabled");
            }
        }
        assertThat(seen).contains(ExportStatus.DISABLED, ExportStatus.EXPORTING, ExportStatus.SUCCEEDED);
    }

    private void requireWhole(ExporterReadings readings) {
        ExportStatus status = readings.fileExportStatus();
        seen.add(status);
        assertThat(readings.healthReason()).isEqualTo(readings.fileExportReason());
        assertThat(readings.fileExportReason().equals("File Export is disabled"))
                .isEqualTo(status == ExportStatus.DISABLED);
        if (status == ExportStatus.SUCCEEDED) {
            long rows = readings.files().shown().stream()
                    .filter(file -> file.dataset() != null)
                    .mapToLong(FileReading::rows)
                    .sum();
            assertThat(readings.fileExportReason()).startsWith("9 files with " + rows + " row");
        }
    }
}
