/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.exporter.files.Manifest;
import java.time.Instant;
import java.util.List;

/**
 * The result of the last export, and the current set of files; while File Export is disabled the readings report that
 * instead of the status and its reason.
 *
 * @param reason one sentence about the status
 * @param lastExported when the current files were exported, null for none
 * @param files the current files, as listed in their manifest
 * @param filesCheck one sentence about their comparison with the manifest; empty if not compared
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

    /** Deliberately not exported: an earlier failure remains visible. */
    ExportState skipped(String why) {
        return status == ExportStatus.FAILED ? this : with(ExportStatus.IDLE, why);
    }
}
