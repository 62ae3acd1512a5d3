package io.vsatlink.exporter;

import io.vsatlink.exporter.files.Manifest;
import java.time.Instant;

/**
 * What the last export came to; while exporting is off the readings say so instead.
 *
 * @param reason one sentence on the status
 * @param lastExported when the files in place were exported, null where there are none
 */
record ExportState(ExportStatus status, String reason, Instant lastExported) {
    static final ExportState NOTHING_YET = new ExportState(ExportStatus.IDLE, "nothing has been exported yet", null);

    static ExportState of(Manifest inPlace) {
        return new ExportState(ExportStatus.IDLE, "waits for the next completed poll", inPlace.exportedAt());
    }

    ExportState with(ExportStatus next, String why) {
        return new ExportState(next, why, lastExported);
    }

    /** Not exported, on purpose: a failure before stays to be seen. */
    ExportState skipped(String why) {
        return status == ExportStatus.FAILED ? this : with(ExportStatus.IDLE, why);
    }
}
