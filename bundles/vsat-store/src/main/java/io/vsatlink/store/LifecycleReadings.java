package io.vsatlink.store;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.util.ArrayList;
import java.util.List;

/** Reads off the store that is open at the moment. */
final class LifecycleReadings implements StoreReadings {
    private final StoreLifecycle lifecycle;

    LifecycleReadings(StoreLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public String getDatabase() {
        return lifecycle.store().map(store -> store.database().description()).orElseGet(lifecycle::reason);
    }

    @Override
    public long getSchemaVersion() {
        return lifecycle.store().map(JdbcVsatStore::schemaVersion).orElse(0);
    }

    @Override
    public long getSizeOnDisk() {
        return lifecycle.store().map(store -> store.database().sizeOnDisk()).orElse(-1L);
    }

    @Override
    public List<DatasetReading> getDatasets() {
        try {
            return lifecycle.store().map(LifecycleReadings::datasets).orElse(List.of());
        } catch (StoreException e) {
            // it closes or fails at this moment: getDatabase or the next poll tells
            return List.of();
        }
    }

    private static List<DatasetReading> datasets(JdbcVsatStore store) {
        List<DatasetReading> readings = new ArrayList<>();
        for (String element : store.elements()) {
            try (Snapshot snapshot = store.snapshot(element)) {
                for (Dataset dataset : Dataset.values()) {
                    snapshot.generation(dataset)
                            .map(current -> new DatasetReading(
                                    element, dataset, current.rows(), current.number(), current.publishedAt()))
                            .ifPresent(readings::add);
                }
            }
        }
        return readings;
    }
}
