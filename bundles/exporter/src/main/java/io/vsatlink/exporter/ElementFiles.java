/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.exporter.files.ExportRoots;
import io.vsatlink.exporter.files.ExportRun;
import io.vsatlink.exporter.files.Layout;
import io.vsatlink.exporter.files.Manifest;
import io.vsatlink.exporter.files.ManifestCheck;
import io.vsatlink.exporter.files.OpenDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of one element: writes them, and compares them with the store. Used by the exporter's thread. */
final class ElementFiles {
    private final ProvisioningElement element;
    private final VsatStore store;
    private final Duties duties;
    private final ExportRoots roots;
    private final Neighbours neighbours;
    private final Clock clock;

    ElementFiles(
            ProvisioningElement element,
            VsatStore store,
            Duties duties,
            ExportRoots roots,
            Neighbours neighbours,
            Clock clock) {
        this.duties = duties;
        this.element = element;
        this.store = store;
        this.roots = roots;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** The current manifest; empty for none. */
    Optional<Manifest> manifest(Path directory) throws IOException {
        return Manifest.read(roots.real(directory));
    }

    /** The differences between the files and their manifest, one sentence each. */
    List<String> problems(Path directory) throws IOException {
        return new ManifestCheck(roots.real(directory)).problems();
    }

    /** Whether the store, which is authoritative, is newer than the files. */
    boolean areBehind(Path directory, Layout layout) throws IOException {
        boolean hasData = Arrays.stream(Dataset.values())
                .anyMatch(dataset -> store.current(element.name(), dataset).isPresent());
        return hasData && !areCurrent(roots.real(directory), layout);
    }

    private boolean areCurrent(Path real, Layout layout) throws IOException {
        Optional<Manifest> manifest = Manifest.read(real);
        return manifest.isPresent()
                && manifest.get().isLaidOut(layout)
                && manifest.get().isAtCurrentGenerations(element.name(), store)
                && new ManifestCheck(real).problems().isEmpty();
    }

    /** Replaces the files with the store's current data. */
    Manifest export(Path directory, Layout layout) throws IOException {
        // first, or the wait for a duty would be in vain
        store.elements();
        try (OpenDirectory open = roots.open(directory, layout.readers());
                FolderDuty duty = FolderDuty.take(duties, open.path())) {
            Neighbours.Taken taken = neighbours.take(open.path(), element.name());
            try {
                return new ExportRun(element, store, clock).into(open, layout, duty::requireOurs);
            } finally {
                taken.release();
            }
        }
    }
}
