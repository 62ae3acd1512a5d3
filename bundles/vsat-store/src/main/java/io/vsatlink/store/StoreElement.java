/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Rows;
import io.vsatlink.store.StoreLifecycle.Standing;
import io.vsatlink.store.StoreReadings.DatasetReading;
import io.vsatlink.store.duty.Presence;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store as seen from outside: the one that is open now. Thread-safe. */
final class StoreElement implements Element {
    private final StoreLifecycle lifecycle;
    private final ElementSettings settings;

    StoreElement(StoreLifecycle lifecycle, ElementSettings settings) {
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
        return health(lifecycle.standing(), settings.problems());
    }

    /** All readings at one moment. */
    StoreReadings readings() {
        Standing standing = lifecycle.standing();
        Optional<JdbcVsatStore> store = standing.open();
        String problems = settings.problems();
        Presence presence = store.map(JdbcVsatStore::presence).orElse(Presence.NONE);
        return new StoreReadings(
                health(standing, problems),
                problems,
                database(standing),
                store.map(JdbcVsatStore::schemaVersion).orElse(0),
                store.map(open -> open.database().sizeOnDisk()).orElse(-1L),
                store.map(JdbcVsatStore::readSource).orElse(""),
                presence.role(),
                presence.containers(),
                presence.duties(),
                presence.refusals(),
                Rows.of(DatasetReading.class, store.map(StoreElement::datasets).orElse(List.of())));
    }

    private Health health(Standing standing, String problems) {
        return lifecycle.health(() -> {
            Optional<String> trouble = standing.open().flatMap(JdbcVsatStore::trouble);
            if (standing.open().isEmpty()) {
                return new Health(Health.Level.CRITICAL, database(standing));
            }
            if (trouble.isPresent() || !problems.isEmpty()) {
                return new Health(Health.Level.CRITICAL, trouble.orElse(problems));
            }
            return standing.open()
                    .flatMap(JdbcVsatStore::warning)
                    .map(warning -> new Health(Health.Level.WARNING, warning))
                    .orElseGet(() -> new Health(Health.Level.OK, database(standing)));
        });
    }

    private static String database(Standing standing) {
        return standing.open()
                .map(store -> store.database().description())
                .orElseGet(() -> "Waiting for database: " + standing.reason());
    }

    private static List<DatasetReading> datasets(JdbcVsatStore store) {
        List<DatasetReading> readings = new ArrayList<>();
        try {
            for (String element : store.elements()) {
                try (Snapshot snapshot = store.snapshot(element)) {
                    for (Dataset dataset : Dataset.values()) {
                        snapshot.generation(dataset)
                                .map(current -> new DatasetReading(
                                        element,
                                        dataset.key(),
                                        current.rows(),
                                        current.number(),
                                        current.publishedAt()))
                                .ifPresent(readings::add);
                    }
                }
            }
            return readings;
        } catch (StoreException e) {
            // it is being closed or is failing; the next call shows the result
            return List.of();
        }
    }
}
