package io.vsatlink.exporter;

import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.TableKey;
import java.time.Instant;
import java.util.List;

/** The readings and operations of an exporter, each defined here and nowhere else. */
public interface ExporterReadings extends ElementReadings {

    /**
     * A file of the set in place, as the manifest lists it.
     *
     * @param dataset the dataset's key, null for a file that joins several
     * @param generation the dataset's generation, 0 where there is none
     * @param polledAt when that generation became current
     * @param state complete, stale, never or disabled; null for a file that joins several
     */
    @TableKey("name")
    record FileReading(
            String name, long rows, long bytes, String dataset, long generation, Instant polledAt, String state) {}

    @Reading(value = "Disabled, Idle, Exporting, Succeeded or Failed", notified = true, states = ExportStatus.class)
    String getFileExportStatus();

    @Reading("The reason for the File Export Status")
    String getFileExportReason();

    @Reading("When the current files were exported")
    Instant getLastExported();

    @Reading("The current files, as listed in their manifest")
    List<FileReading> getFiles();

    @Reading("The result of the last comparison of the files with their manifest; cleared by the next export")
    String getFilesCheck();

    @Operation("Compares the current files with their manifest, byte by byte; Files Check shows the result")
    String verifyFiles();

    @Operation("Exports now, even while File Export is disabled")
    String exportNow();
}
