/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.element.Health;
import io.vsatlink.exporter.files.Manifest;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.TableKey;
import java.time.Instant;

/** The readings of an exporter at one moment, each defined here and nowhere else. */
public record ExporterReadings(
        Health condition,
        String configurationProblems,
        @Reading(value = "Disabled, Idle, Exporting, Succeeded or Failed", notified = true)
                ExportStatus fileExportStatus,
        @Reading("The reason for the File Export Status") String fileExportReason,
        @Reading("When the current files were exported") Instant lastExported,
        @Reading("The current files, as listed in their manifest") Rows<FileReading> files,
        @Reading("The result of the last comparison of the files with their manifest; cleared by the next export")
                String filesCheck)
        implements ElementReadings {

    /**
     * A file of the current set, as listed in the manifest.
     *
     * @param dataset the dataset's key, null for a file that joins several
     * @param generation the dataset's generation, 0 for none
     * @param polledAt when that generation became current
     * @param state complete, stale, never or disabled; null for a file that joins several
     */
    @TableKey("name")
    public record FileReading(
            String name, long rows, long bytes, String dataset, long generation, Instant polledAt, String state) {

        static FileReading of(Manifest.Entry file) {
            return new FileReading(
                    file.name(),
                    file.rows(),
                    file.bytes(),
                    file.dataset(),
                    file.generation() == null ? 0 : file.generation(),
                    file.polledAt(),
                    file.state());
        }
    }
}
