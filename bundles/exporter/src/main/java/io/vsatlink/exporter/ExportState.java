package io.vsatlink.exporter;

import io.vsatlink.exporter.files.Manifest;
import java.time.Instant;
import java.util.List;

/**
 * What the last export came to, and the set of files that lies in the path; while exporting is off the readings say that
 * instead of the status and its reason.
 *
 * @param reason one sentence on the status
 * @param lastExported when the files in place were exported, null where there are none
 * @param files in place, as their manifest lists them
 * @param filesCheck one sentence on how they compare with the manifest; empty while nobody compared them
 */
public record ExportState(
        ExportStatus status, String reason, Instant lastExported, List<Manifest.Entry> files, String filesCheck) {
    static final ExportState NOTHING_YET =
            new ExportState(ExportStatus.IDLE, "nothing has been exported yet", null, List.of(), "");

    public ExportState {
        files = List.copyOf(files);
    }

    static ExportState of(ExportStatus status, String reason, Manifest inPlace) {
        return new ExportState(status, reason, inPlace.exportedAt(), inPlace.files(), "");
    }

    static ExportState of(Manifest inPlace) {
        return of(ExportStatus.IDLE, "waiting for the next completed poll", inPlace);
    }

    ExportState with(ExportStatus next, String why) {
        return new ExportState(next, why, lastExported, files, filesCheck);
    }

    ExportState checked(String verdict) {
        return new ExportState(status, reason, lastExported, files, verdict);
    }

    /** Not exported, on purpose: a failure before stays to be seen. */
    ExportState skipped(String why) {
        return status == ExportStatus.FAILED ? this : with(ExportStatus.IDLE, why);
    }
}
