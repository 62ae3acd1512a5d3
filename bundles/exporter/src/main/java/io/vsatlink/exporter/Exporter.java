/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.exporter.ExporterReadings.FileReading;
import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The exporter of one element, as used by its surfaces. Its single thread does all file access; every public method
 * returns at once. Thread-safe.
 */
public final class Exporter implements Element, AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final ProvisioningElement element;
    private final ElementSettings settings;
    private final ChangeSignal changes;
    private volatile ExportSettings used = new ExportSettings(Values.none());
    /** Used by tests to queue behind its work. */
    final ExportThread thread;

    Exporter(
            ProvisioningElement element,
            ElementSettings settings,
            ElementFiles files,
            ExportEvents events,
            ChangeSignal changes) {
        this(element, settings, files, events, LOOK_AGAIN, changes);
    }

    /**
     * @param lookAgain the delay before a retry after a refusal of the store
     * @param changes fired with every change of the status
     */
    Exporter(
            ProvisioningElement element,
            ElementSettings settings,
            ElementFiles files,
            ExportEvents events,
            Duration lookAgain,
            ChangeSignal changes) {
        this.element = element;
        this.settings = settings;
        this.thread = new ExportThread(element, this::current, files, events, lookAgain, changes);
        this.changes = changes;
    }

    @Override
    public String type() {
        return "Exporter";
    }

    @Override
    public String name() {
        return element.name();
    }

    @Override
    public Health health() {
        return readings().condition();
    }

    /** All readings of one moment. */
    public ExporterReadings readings() {
        ExportState state = thread.state();
        boolean disabled =
                state.status() != ExportStatus.EXPORTING && !current().enabled();
        ExportStatus status = disabled ? ExportStatus.DISABLED : state.status();
        String reason = disabled ? "File Export is disabled" : state.reason();
        String problems = settings.problems();
        return new ExporterReadings(
                thread.health(() -> health(problems, status, reason)),
                problems,
                status,
                reason,
                state.lastExported(),
                Rows.of(
                        FileReading.class,
                        state.files().stream().map(FileReading::of).toList()),
                state.filesCheck());
    }

    private static Health health(String problems, ExportStatus status, String reason) {
        if (!problems.isEmpty()) {
            return new Health(Health.Level.CRITICAL, problems);
        }
        return status == ExportStatus.FAILED
                ? new Health(Health.Level.WARNING, "the last export failed: " + reason)
                : new Health(Health.Level.OK, reason);
    }

    /** Whether an export is queued or running. */
    public boolean exporting() {
        return thread.exporting();
    }

    /** The result of the last export, even while File Export is disabled. */
    public ExportState last() {
        return thread.state();
    }

    /** The directory of the files; empty if it is missing or invalid. */
    public Optional<Path> directory() {
        return current().directory();
    }

    /** Why an export would not start, as a sentence without its end; empty if it would. */
    public Optional<String> obstacle() {
        return current().obstacle(element);
    }

    /** Exports now, even while File Export is disabled. */
    @Operation("Exports now, even while File Export is disabled")
    public String exportNow() {
        AuditLog.operation(type() + " " + name(), "exportNow");
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return "Nothing is exported: " + obstacle.get() + ".";
        }
        return thread.export()
                ? "Export started; File Export Status shows the result."
                : "An export is already queued.";
    }

    /** Starts the comparison of the current files with their manifest. */
    @Operation("Compares the current files with their manifest, byte by byte; Files Check shows the result")
    public String verifyFiles() {
        if (directory().isEmpty()) {
            return "The files are not compared: File Export Path is missing or invalid.";
        }
        thread.verify();
        return "The files are being compared; Files Check shows the result.";
    }

    /** Called at the end of a poll cycle. */
    void pollCompleted() {
        if (current().enabled()) {
            thread.export();
        }
    }

    /** Applies settings. If they require other files than the current ones, the files are checked. */
    void use(Values values) {
        ExportSettings next = new ExportSettings(values);
        ExportSettings before = used;
        used = next;
        if (next.callForALook(before)) {
            thread.look();
        }
        changes.fire();
    }

    @Override
    public void close() {
        thread.close();
    }

    private ExportSettings current() {
        return used;
    }
}
