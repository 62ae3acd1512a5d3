package io.vsatlink.store;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads off the store that is open at the moment. */
final class LifecycleReadings implements StoreReadings, Element {
    private final StoreLifecycle lifecycle;
    private final ElementSettings settings;

    LifecycleReadings(StoreLifecycle lifecycle, ElementSettings settings) {
        this.lifecycle = lifecycle;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "Store";
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Health health() {
        return lifecycle.health(this::ownHealth);
    }

    private Health ownHealth() {
        Optional<JdbcVsatStore> store = lifecycle.store();
        if (store.isEmpty()) {
            return new Health(Health.Level.CRITICAL, getDatabase());
        }
        Optional<String> trouble = store.get().trouble();
        if (trouble.isPresent() || !settings.problems().isEmpty()) {
            return new Health(Health.Level.CRITICAL, trouble.orElseGet(settings::problems));
        }
        return store.get()
                .warning()
                .map(warning -> new Health(Health.Level.WARNING, warning))
                .orElseGet(() -> new Health(Health.Level.OK, getDatabase()));
    }

    @Override
    public String getConfigurationProblems() {
        return settings.problems();
    }

    @Override
    public String getDatabase() {
        return lifecycle
                .store()
                .map(store -> store.database().description())
                .orElseGet(() -> "Waiting for database: " + lifecycle.reason());
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
                                    element, dataset.key(), current.rows(), current.number(), current.publishedAt()))
                            .ifPresent(readings::add);
                }
            }
        }
        return readings;
    }
}
