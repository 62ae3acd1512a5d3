package io.vsatlink.exporter.management;

import io.vsatlink.exporter.ExportStatus;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Reading;
import java.time.Instant;

/** The readings and operations of an exporter, each defined here and nowhere else. */
public interface ExporterReadings extends ElementReadings {

    @Reading(value = "Disabled, Idle, Exporting, Succeeded or Failed", notified = true, states = ExportStatus.class)
    String getFileExportStatus();

    @Reading("Why the File Export Status is what it is")
    String getFileExportReason();

    @Reading("When the files in place were exported")
    Instant getLastExported();

    @Operation("Exports now, also while File Export is disabled")
    String exportNow();
}
