/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.exporter.inventory.InventoryContent;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One export: all datasets at fixed generations into one set of files. */
public final class ExportRun {
    private final ProvisioningElement element;
    private final VsatStore store;
    private final Clock clock;

    public ExportRun(ProvisioningElement element, VsatStore store, Clock clock) {
        this.element = element;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Replaces the set in a directory.
     *
     * @param beforeNaming called when all is written and nothing has its name; what it throws leaves the previous files unchanged
     * @throws PublishException if the previous set was changed
     * @throws IOException if the directory refuses; the previous files are then unchanged
     */
    public Manifest into(OpenDirectory directory, Layout layout, Runnable beforeNaming) throws IOException {
        Set<String> superseded = Manifest.inPlace(directory.path()).map(Manifest::names).orElse(Set.of()).stream()
                .filter(Layout.namesOfOurs()::contains)
                .filter(name -> !layout.names().contains(name))
                .collect(Collectors.toSet());
        try (Snapshot snapshot = store.snapshot(element.name());
                FileSet files = new FileSet(directory, layout.readers())) {
            List<Manifest.Entry> entries = new ArrayList<>();
            for (Dataset dataset : Dataset.values()) {
                AddedColumns added = element.added(dataset);
                for (Format format : layout.inOrder()) {
                    FileSet.Staged staged = files.stage(
                            format.fileName(dataset), format.content(snapshot, dataset, layout.formulaGuard(), added));
                    entries.add(entry(staged, snapshot, dataset));
                }
            }
            FileSet.Staged inventory = files.stage(Layout.INVENTORY, new InventoryContent(snapshot)::write);
            entries.add(new Manifest.Entry(
                    inventory.name(),
                    inventory.rows(),
                    inventory.seal().bytes(),
                    inventory.seal().sha256()));
            Manifest manifest = new Manifest(element.name(), clock.instant().truncatedTo(ChronoUnit.SECONDS), entries);
            files.stage(Manifest.NAME, manifest::write);
            beforeNaming.run();
            files.publish(superseded);
            return manifest;
        }
    }

    private Manifest.Entry entry(FileSet.Staged staged, Snapshot snapshot, Dataset dataset) {
        Generation generation = snapshot.generation(dataset).orElse(null);
        if (generation != null && generation.rows() != staged.rows()) {
            throw new StoreException("%s: generation %d has %d rows, but only %d could be read"
                    .formatted(dataset.key(), generation.number(), generation.rows(), staged.rows()));
        }
        return new Manifest.Entry(
                staged.name(),
                staged.rows(),
                staged.seal().bytes(),
                staged.seal().sha256(),
                dataset.key(),
                generation == null ? null : generation.number(),
                generation == null ? null : generation.publishedAt().truncatedTo(ChronoUnit.SECONDS),
                generation == null ? null : generation.fullAt().truncatedTo(ChronoUnit.SECONDS),
                state(generation, element.dataset(dataset)));
    }

    /** The state of a dataset's file relative to the vendor's data. */
    private static String state(Generation generation, DatasetStatus row) {
        if (!row.enabled()) {
            return "disabled";
        }
        if (generation == null) {
            return "never";
        }
        return row.lastOutcome() == PollOutcome.SUCCEEDED ? "complete" : "stale";
    }
}
