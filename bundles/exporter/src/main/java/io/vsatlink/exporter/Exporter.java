package io.vsatlink.exporter;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.exporter.files.ExportRun;
import io.vsatlink.exporter.files.Manifest;
import io.vsatlink.exporter.files.ManifestCheck;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exporter of one element. Its one thread does all that touches files; every public method returns at once.
 * Thread-safe.
 */
public final class Exporter implements Element, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    private final ProvisioningElement element;
    private final ElementSettings settings;
    private final VsatStore store;
    private final ExportEvents events;
    private final Clock clock;
    /** Tests queue behind what it does. */
    final ExecutorService thread;

    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile State state = State.NOTHING_YET;

    /** What the last export came to; while exporting is off the readings say so instead. */
    private record State(ExportStatus status, String reason, Instant lastExported) {
        static final State NOTHING_YET = new State(ExportStatus.IDLE, "nothing was exported yet", null);

        static State of(Manifest inPlace) {
            return new State(ExportStatus.IDLE, "waits for the next completed poll", inPlace.exportedAt());
        }

        State with(ExportStatus next, String why) {
            return new State(next, why, lastExported);
        }
    }

    Exporter(ProvisioningElement element, ElementSettings settings, VsatStore store, ExportEvents events, Clock clock) {
        this.element = element;
        this.settings = settings;
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, "vsatlink-export-" + element.name());
            worker.setDaemon(true);
            return worker;
        });
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
        if (!settings.problems().isEmpty()) {
            return new Health(Health.Level.CRITICAL, settings.problems());
        }
        return status() == ExportStatus.FAILED
                ? new Health(Health.Level.WARNING, "the last export failed: " + reason())
                : new Health(Health.Level.OK, reason());
    }

    public ExportStatus status() {
        State current = state;
        boolean resting = current.status() != ExportStatus.EXPORTING;
        return resting && !enabled() ? ExportStatus.DISABLED : current.status();
    }

    /** One sentence on the status. */
    public String reason() {
        return status() == ExportStatus.DISABLED ? "File Export is disabled" : state.reason();
    }

    /** Whether an export is queued or running. */
    public boolean exporting() {
        return queued.get() || state.status() == ExportStatus.EXPORTING;
    }

    /** How the last export ended, also while File Export is off. */
    public ExportStatus lastOutcome() {
        return state.status();
    }

    /** One sentence on how the last export ended, also while File Export is off. */
    public String lastReason() {
        return state.reason();
    }

    /** When the set of files in place was exported; null where there is none. */
    public Instant lastExported() {
        return state.lastExported();
    }

    public String configurationProblems() {
        return settings.problems();
    }

    /** The directory of the files; empty where no good one is set. */
    public Optional<Path> directory() {
        return Optional.of(settings.values().text("fileExportPath"))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    /** Exports now, also while File Export is off. */
    public String exportNow() {
        if (directory().isEmpty()) {
            return "Nothing is exported: File Export Path is not set.";
        }
        return enqueue() ? "Export started; File Export Status tells how it ends." : "An export is queued already.";
    }

    /** What the end of a poll cycle does. */
    void pollCompleted() {
        if (enabled()) {
            enqueue();
        }
    }

    /** Takes a configuration. Where it turns exporting on, or elsewhere, the files there are looked at. */
    void configure(Map<String, Object> configuration) {
        Values before = settings.values();
        settings.apply(configuration);
        boolean turnedOn = enabled() && !before.on("fileExport");
        if (turnedOn || !sameDirectory(before)) {
            thread.execute(this::lookAtTheFiles);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("the export of {} did not stop within 5 s", name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean enabled() {
        return settings.values().on("fileExport");
    }

    private boolean sameDirectory(Values before) {
        return Objects.equals(before.get("fileExportPath"), settings.values().get("fileExportPath"));
    }

    private boolean enqueue() {
        if (!queued.compareAndSet(false, true)) {
            return false;
        }
        thread.execute(this::export);
        return true;
    }

    /** Recalls what is in place and, where exporting is on, makes up for an event that was lost, or a kill. */
    private void lookAtTheFiles() {
        Optional<Path> directory = directory();
        if (directory.isEmpty()) {
            state = state.with(ExportStatus.FAILED, "File Export Path is not set");
            return;
        }
        try {
            Optional<Manifest> manifest = Manifest.read(directory.get());
            state = manifest.map(State::of).orElse(State.NOTHING_YET);
            if (enabled() && !element.busy() && isBehind(directory.get(), manifest)) {
                enqueue();
            }
        } catch (IOException | StoreException e) {
            LOG.warn("the files in {} can't be compared with the store: {}", directory.get(), e.getMessage());
            if (enabled()) {
                enqueue();
            }
        }
    }

    /** Whether the store, which is the truth, has what the files have not. */
    private boolean isBehind(Path directory, Optional<Manifest> manifest) throws IOException {
        boolean hasData = Arrays.stream(Dataset.values())
                .anyMatch(dataset -> store.current(name(), dataset).isPresent());
        boolean upToDate = manifest.isPresent()
                && manifest.get().isAtCurrentGenerations(name(), store)
                && new ManifestCheck(directory).problems().isEmpty();
        return hasData && !upToDate;
    }

    private void export() {
        Path directory = directory().orElse(null);
        if (directory == null) {
            state = state.with(ExportStatus.FAILED, "File Export Path is not set");
            queued.set(false);
            return;
        }
        state = state.with(ExportStatus.EXPORTING, "exporting to " + directory);
        // from here on another request is a request for another export: it may know of newer data
        queued.set(false);
        long rows = 0;
        try {
            Manifest manifest = new ExportRun(element, store, clock).into(directory);
            rows = manifest.rows();
            state = new State(
                    ExportStatus.SUCCEEDED,
                    "%d files with %d rows in %s".formatted(manifest.files().size(), rows, directory),
                    manifest.exportedAt());
        } catch (IOException e) {
            state = state.with(ExportStatus.FAILED, FileProblem.sentence(directory, e));
        } catch (StoreException e) {
            state = state.with(ExportStatus.FAILED, e.getMessage() + "; the files before stay");
        } catch (RuntimeException e) {
            // the outermost run: the status must not stay at Exporting
            LOG.error("the export of {} met an error", name(), e);
            state = state.with(ExportStatus.FAILED, "an error of our own, see the log: " + e);
        }
        LOG.info("Export of {} {}: {}", name(), state.status().label(), state.reason());
        events.exported(state.status(), directory, rows);
    }
}
