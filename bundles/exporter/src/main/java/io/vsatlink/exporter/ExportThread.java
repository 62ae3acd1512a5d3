/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Counted;
import io.vsatlink.exporter.files.Manifest;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.Durations;
import io.vsatlink.runtime.ElementClock;
import io.vsatlink.runtime.ThreadsEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The single thread of an exporter: runs one export at a time, and checks the files when an event may have been
 * missed. Requests waiting for the same export are merged. Thread-safe.
 */
final class ExportThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportThread.class);

    /** Far longer than the largest export; ends one that hangs on a file system. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

    private final ProvisioningElement element;
    private final Supplier<ExportSettings> settings;
    private final ElementFiles files;
    private final ExportEvents events;
    private final Duration lookAgain;
    private final ChangeSignal changes;
    /** Tasks after the stop are dropped. */
    private final ElementClock worker;

    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile ExportState state = ExportState.NOTHING_YET;
    /** The retry after a refusal of the store; used by the thread only. */
    private Future<?> nextLook = CompletableFuture.completedFuture(null);

    /**
     * @param lookAgain the delay before a retry after a refusal of the store
     * @param changes fired with every change of the state
     */
    ExportThread(
            ProvisioningElement element,
            Supplier<ExportSettings> settings,
            ElementFiles files,
            ExportEvents events,
            Duration lookAgain,
            ChangeSignal changes) {
        this.element = element;
        this.settings = settings;
        this.files = files;
        this.events = events;
        this.lookAgain = lookAgain;
        this.changes = changes;
        this.worker = new ElementClock(
                task -> {
                    Thread thread = new Thread(task, "vsatlink-export-" + element.name());
                    thread.setDaemon(true);
                    return thread;
                },
                PATIENCE,
                changes::fire);
        worker.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        // it waits for requests, and a waiting thread looks like a dead one
        var unused = worker.every(SIGN_OF_LIFE, () -> {});
    }

    /** The health of the exporter, including that of its thread. */
    Health health(Supplier<Health> rest) {
        return worker.health(rest);
    }

    ExportState state() {
        return state;
    }

    /** Whether an export is queued or running. */
    boolean exporting() {
        return queued.get() || state.status() == ExportStatus.EXPORTING;
    }

    /** @return whether this request adds an export; otherwise one already queued covers it */
    boolean export() {
        if (worker.isShutdown() || !queued.compareAndSet(false, true)) {
            return false;
        }
        worker.execute(() -> named(this::runExport));
        return true;
    }

    /** Compares the files with the store and, if File Export is enabled, makes up for a missed export. */
    void look() {
        worker.execute(() -> named(this::lookAtTheFiles));
    }

    /** Compares the files with their manifest, byte by byte, after all earlier requests. */
    void verify() {
        worker.execute(() -> named(this::verifyTheFiles));
    }

    /** Runs a task after all earlier requests. */
    Future<?> afterwards(Runnable task) {
        return worker.submit(task);
    }

    @Override
    public void close() {
        ThreadsEnd.of(worker, "The export of " + element.name());
        // callers must not wait for ever for an export that will not come
        queued.set(false);
    }

    /** Reads the current files and, if File Export is enabled, makes up for a lost event or a kill. */
    private void lookAtTheFiles() {
        nextLook.cancel(false);
        ExportSettings now = settings.get();
        Optional<String> missing = now.missing();
        if (missing.isPresent()) {
            become(state.with(ExportStatus.FAILED, missing.get()));
            return;
        }
        Path directory = now.directory().orElseThrow();
        try {
            Optional<Manifest> manifest = files.manifest(directory);
            become(manifest.map(ExportState::of).orElse(ExportState.NOTHING_YET));
            if (now.enabled() && !element.busy() && files.areBehind(directory, now.layout())) {
                export();
            }
        } catch (StoreException e) {
            become(state.with(state.status(), e.getMessage() + "; " + lookAgainLater()));
        } catch (IOException e) {
            LOG.warn("the files in {} can't be compared with the store: {}", directory, e.getMessage());
            if (now.enabled()) {
                export();
            }
        } catch (RuntimeException e) {
            // the outermost run: the status must report it
            become(state.with(ExportStatus.FAILED, error(e)));
        }
    }

    /** A store that was closed sends no event when it is open again. */
    private String lookAgainLater() {
        nextLook = worker.schedule(() -> named(this::lookAtTheFiles), lookAgain.toMillis(), TimeUnit.MILLISECONDS);
        return "next attempt in " + Durations.format(lookAgain);
    }

    private void runExport() {
        ExportSettings now = settings.get();
        Optional<String> obstacle = now.obstacle(element);
        if (obstacle.isPresent()) {
            become(
                    now.missing().isPresent()
                            ? state.with(ExportStatus.FAILED, obstacle.get())
                            : state.skipped(obstacle.get()));
            queued.set(false);
            LOG.info("{} is not exported: {}", element.name(), obstacle.get());
            return;
        }
        Path directory = now.directory().orElseThrow();
        become(state.with(ExportStatus.EXPORTING, "exporting to " + directory));
        // from here on a further request needs another export: there may be newer data
        queued.set(false);
        nextLook.cancel(false);
        long rows = 0;
        try {
            Manifest manifest = files.export(directory, now.layout());
            rows = manifest.rows();
            become(ExportState.of(
                    ExportStatus.SUCCEEDED,
                    Counted.of(manifest.files().size(), "file") + " with " + Counted.of(rows, "row") + " in "
                            + directory,
                    manifest));
        } catch (IOException e) {
            become(state.with(ExportStatus.FAILED, FileProblem.sentence(directory, e)));
        } catch (StoreException e) {
            become(state.with(
                    ExportStatus.FAILED, e.getMessage() + "; the previous files are unchanged; " + lookAgainLater()));
        } catch (RuntimeException e) {
            // the outermost run: the status must not stay at Exporting
            become(state.with(ExportStatus.FAILED, error(e)));
        } catch (Error e) {
            // callers must not wait for ever; the clock handles the rest
            become(state.with(ExportStatus.FAILED, error(e)));
            throw e;
        }
        LOG.info("Export of {} {}: {}", element.name(), state.status().label(), state.reason());
        events.exported(state.status(), directory, rows);
    }

    private void verifyTheFiles() {
        Path directory = settings.get().directory().orElseThrow();
        try {
            List<String> problems = files.problems(directory);
            become(state.checked(
                    problems.isEmpty()
                            ? "all files match the manifest"
                            : "the files are not one complete set: " + String.join("; ", problems)));
        } catch (IOException e) {
            become(state.checked(FileProblem.sentence(directory, e)));
        }
    }

    /** Each log line names the element. */
    private void named(Runnable task) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element.name())) {
            task.run();
        }
    }

    private void become(ExportState next) {
        state = next;
        changes.fire();
    }

    private String error(Throwable e) {
        LOG.error("the exporter of {} failed", element.name(), e);
        return "internal error, see the log: " + e;
    }
}
