/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.store.Rows.circuits;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.exporter.files.ContainerPlaces;
import io.vsatlink.exporter.files.ExportRoots;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** What tests of an exporter share: one over a store in memory, which exports to a directory of its own. */
abstract class ExporterCase {
    static final Instant NOW = Instant.parse("2026-11-21T05:06:07Z");

    @TempDir
    Path directory;

    final SampleElement element = new SampleElement();
    final SampleStore store = new SampleStore();
    final List<Event> events = new CopyOnWriteArrayList<>();
    /** Where the exporters of other elements write. */
    final Map<String, Path> neighbours = new HashMap<>();

    Exporter exporter;
    private ElementSettings settings;

    @BeforeEach
    void create() {
        exporter = exporter(NOW);
    }

    @AfterEach
    void close() {
        exporter.close();
    }

    void exportAndRestart() {
        store.publish(CIRCUITS, circuits(0, 12, 1));
        configure("enabled");
        expect(ExportStatus.SUCCEEDED, "9 files with 12 rows in " + directory);
        restart();
    }

    void restart() {
        exporter.close();
        events.clear();
        exporter = exporter(NOW.plusSeconds(3600));
    }

    private Exporter exporter(Instant now) {
        settings = new ElementSettings(Exporters.CATALOG, ExporterConfig.PID + "~" + SampleElement.NAME, null);
        return new Exporter(
                element,
                settings,
                new ElementFiles(
                        element,
                        store,
                        new MemoryDuties("noc-1"),
                        ExportRoots.of(null, ContainerPlaces.none()),
                        new Neighbours(name -> Optional.ofNullable(neighbours.get(name))),
                        Clock.fixed(now, ZoneOffset.UTC)),
                new ExportEvents(new Collected(), SampleElement.NAME),
                lookAgain(),
                new ChangeSignal());
    }

    /** How long after a refusal of the store it is asked again. */
    Duration lookAgain() {
        return Duration.ofSeconds(30);
    }

    private final class Collected implements EventAdmin {
        @Override
        public void postEvent(Event event) {
            events.add(event);
        }

        @Override
        public void sendEvent(Event event) {
            events.add(event);
        }
    }

    void configure(String fileExport) {
        configure(fileExport, directory);
    }

    void configure(String fileExport, Path path) {
        configure(Map.of("fileExport", fileExport, "fileExportPath", path.toString()));
    }

    void configure(Map<String, String> configuration) {
        exporter.use(settings.apply(configuration));
    }

    /** The exporter is on, with one more setting. */
    void configureWith(String key, String value) {
        configure(Map.of("fileExport", "enabled", "fileExportPath", directory.toString(), key, value));
    }

    /** What the exporter says once it has nothing more to do. */
    void expect(ExportStatus status, String reason) {
        settle();
        assertThat(exporter.readings().fileExportReason()).isEqualTo(reason);
        assertThat(exporter.readings().fileExportStatus()).isEqualTo(status);
    }

    /** Waits until the exporter has looked at the files, and then for the export that this may have asked for. */
    void settle() {
        for (String task : List.of("look at the files", "export")) {
            assertThat(exporter.thread.afterwards(() -> {})).as(task).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(exporter.exporting()).isFalse();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
