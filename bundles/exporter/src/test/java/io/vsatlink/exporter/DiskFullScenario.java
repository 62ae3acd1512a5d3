/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.store.Rows.circuits;

import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.exporter.files.ContainerPlaces;
import io.vsatlink.exporter.files.ExportRoots;
import io.vsatlink.exporter.files.ManifestCheck;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Exports to a small file system while bad things happen to it, and tells after each step how it went. */
final class DiskFullScenario {
    private final Path directory;
    private final SampleStore store = new SampleStore();
    private final ElementSettings settings =
            new ElementSettings(Exporters.CATALOG, ExporterConfig.PID + "~" + SampleElement.NAME, null);
    private final Exporter exporter;

    private DiskFullScenario(Path directory) {
        this.directory = directory;
        SampleElement element = new SampleElement();
        this.exporter = new Exporter(
                element,
                settings,
                new ElementFiles(
                        element,
                        store,
                        new MemoryDuties("noc-1"),
                        ExportRoots.of(null, ContainerPlaces.none()),
                        new Neighbours(name -> Optional.empty()),
                        Clock.systemUTC()),
                new ExportEvents(new Silence(), SampleElement.NAME),
                new ChangeSignal());
    }

    /** @param arguments the mount point of a file system of 2 MB */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        new DiskFullScenario(Path.of(arguments[0])).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        exporter.use(settings.apply(Map.of("fileExportPath", directory.toString())));
        export("first", 12);
        export("full", 40_000);
        export("space again", 13);
        mount("-o", "remount,ro", directory.toString());
        export("read-only", 14);
        mount("-o", "remount,rw", directory.toString());
        busy("first file busy", "circuits.csv");
        busy("second file busy", "customers.csv");
        export("free again", 15);
    }

    /** Something is mounted on a file, so that it can't be replaced. */
    private void busy(String step, String name) throws IOException, InterruptedException, ExecutionException {
        Path file = directory.resolve(name);
        mount("--bind", file.toString(), file.toString());
        export(step, 14);
        call("umount", file.toString());
    }

    private void export(String step, int rows) throws IOException, InterruptedException, ExecutionException {
        store.publish(CIRCUITS, circuits(0, rows, 1));
        exporter.exportNow();
        exporter.thread.afterwards(() -> {}).get();
        System.out.printf(
                "%s: %s: %s; verify: %s; %s%n",
                step,
                exporter.last().status(),
                exporter.last().reason(),
                new ManifestCheck(directory).problems().size(),
                List.of(directory.toFile().list()).stream().anyMatch(name -> name.endsWith(".tmp"))
                        ? "leftovers"
                        : "no leftovers");
    }

    private static void mount(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "mount";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        call(command);
    }

    private static void call(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + Arrays.toString(command));
        }
    }

    private static final class Silence implements EventAdmin {
        @Override
        public void postEvent(Event event) {}

        @Override
        public void sendEvent(Event event) {}
    }
}
