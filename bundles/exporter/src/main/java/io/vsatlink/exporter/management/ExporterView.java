package io.vsatlink.exporter.management;

import io.vsatlink.exporter.Exporter;
import java.time.Instant;

/** Reads an exporter for its surfaces. */
public final class ExporterView implements ExporterReadings {
    private final Exporter exporter;

    public ExporterView(Exporter exporter) {
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
    public String getHealth() {
        return exporter.health().level().label();
    }

    @Override
    public String getHealthReason() {
        return exporter.health().reason();
    }

    @Override
    public String exportNow() {
        return exporter.exportNow();
    }
}
