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

    @Reading("Why the File Export Status is what it is")
    String getFileExportReason();

    @Reading("When the files in place were exported")
    Instant getLastExported();

    @Reading("The files in place, as their manifest lists them")
    List<FileReading> getFiles();

    @Reading("How the files compared with their manifest when that was last asked for; empty since the last export")
    String getFilesCheck();

    @Operation("Compares the files in place with their manifest, byte by byte; Files Check tells what comes of it")
    String verifyFiles();

    @Operation("Exports now, also while File Export is disabled")
    String exportNow();
}
