package io.vsatlink.store.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;

/** What the commands that read the current generation share. */
abstract class SnapshotCommand extends DatasetCommand {

    @Override
    final void run(VsatStore from, String element, Dataset dataset) {
        try (Snapshot snapshot = from.snapshot(element)) {
            run(snapshot, dataset);
        }
    }

    abstract void run(Snapshot snapshot, Dataset dataset);
}
