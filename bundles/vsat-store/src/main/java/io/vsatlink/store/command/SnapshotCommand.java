/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;

/** The common part of the commands that read the current generation. */
abstract class SnapshotCommand extends DatasetCommand {

    @Override
    final void run(VsatStore from, String element, Dataset dataset) {
        try (Snapshot snapshot = from.snapshot(element)) {
            run(snapshot, dataset, added(element, dataset));
        }
    }

    /** If the element is not available, its added columns are unknown and all their values are shown in extra. */
    private AddedColumns added(String element, Dataset dataset) {
        return running().stream()
                .filter(each -> each.name().equals(element))
                .findFirst()
                .map(each -> each.added(dataset))
                .orElse(AddedColumns.NONE);
    }

    abstract void run(Snapshot snapshot, Dataset dataset, AddedColumns added);
}
