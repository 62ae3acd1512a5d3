package io.vsatlink.exporter;

import io.vsatlink.api.element.Health;
import io.vsatlink.exporter.files.Manifest;
import java.time.Instant;
import java.util.List;

/** Reads an exporter for its surfaces. */
final class ExporterView implements ExporterReadings {
    private final Exporter exporter;

    ExporterView(Exporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public String getFileExportStatus() {
        return exporter.status().label();
    }

    @Override
    public String getFileExportReason() {
        return exporter.reason();
    }

    @Override
    public Instant getLastExported() {
        return exporter.lastExported();
    }

    @Override
    public String getConfigurationProblems() {
        return exporter.configurationProblems();
    }

    @Override
    public Health health() {
        return exporter.health();
    }

    @Override
    public List<FileReading> getFiles() {
        return exporter.files().stream().map(ExporterView::reading).toList();
    }

    private static FileReading reading(Manifest.Entry file) {
        return new FileReading(
                file.name(),
                file.rows(),
                file.bytes(),
                file.dataset(),
                file.generation() == null ? 0 : file.generation(),
                file.polledAt(),
                file.state());
    }

    @Override
    public String getFilesCheck() {
        return exporter.filesCheck();
    }

    @Override
    public String verifyFiles() {
        return exporter.verifyFiles();
    }

    @Override
    public String exportNow() {
        return exporter.exportNow();
    }
}
