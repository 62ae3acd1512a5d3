/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.RowPage;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A store in memory for the element {@link SampleElement#NAME} that lets a test step in where a dataset is read. */
public final class SampleStore implements VsatStore {
    /** When all generations become current. */
    public static final Instant POLLED_AT = Instant.parse("2026-11-21T01:00:00Z");

    private volatile Instant now = POLLED_AT;
    private final InstantSource time = () -> now;
    private final MemoryVsatStore rows = new MemoryVsatStore(time.withZone(ZoneOffset.UTC));
    private volatile Consumer<Listing> beforeRows = dataset -> {};
    private volatile Listing shortBy1;
    private volatile Runnable beforeCurrent = () -> {};

    public SampleStore publish(Dataset dataset, Row... content) {
        return publish(dataset, List.of(content));
    }

    public SampleStore publish(Dataset dataset, List<Row> content) {
        try (GenerationWriter writer = open(SampleElement.NAME, dataset)) {
            writer.write(content);
            writer.publish();
        }
        return this;
    }

    /** An hour later only what changed is read. */
    public void change(Dataset dataset, Row... changed) {
        now = now.plus(Duration.ofHours(1));
        try (GenerationWriter writer = openChanges(SampleElement.NAME, dataset)) {
            writer.write(List.of(changed));
            writer.publish();
        }
    }

    /** From now on this happens, in the reader's thread, before the rows of a dataset are read. */
    public void beforeRows(Consumer<Listing> step) {
        beforeRows = step;
    }

    /** From now on a dataset is read one row short, as a database that lost one does. */
    public void loseARowOf(Listing listing) {
        shortBy1 = listing;
    }

    /** From now on this happens before the store tells what is current. */
    public void beforeCurrent(Runnable step) {
        beforeCurrent = step;
    }

    @Override
    public Snapshot snapshot(String owner) {
        return new WatchedSnapshot(rows.snapshot(owner));
    }

    @Override
    public GenerationWriter open(String element, Dataset dataset) {
        return rows.open(element, dataset);
    }

    @Override
    public GenerationWriter openChanges(String element, Dataset dataset) {
        return rows.openChanges(element, dataset);
    }

    @Override
    public Optional<Generation> current(String element, Dataset dataset) {
        beforeCurrent.run();
        return rows.current(element, dataset);
    }

    @Override
    public Optional<Generation> held(String element, Dataset dataset) {
        return rows.held(element, dataset);
    }

    @Override
    public Generation acceptHeld(String element, Dataset dataset) {
        return rows.acceptHeld(element, dataset);
    }

    @Override
    public List<RowVersion> history(String element, Dataset dataset, String key) {
        return rows.history(element, dataset, key);
    }

    @Override
    public Set<String> elements() {
        return rows.elements();
    }

    private final class WatchedSnapshot implements Snapshot {
        private final Snapshot of;

        private WatchedSnapshot(Snapshot of) {
            this.of = of;
        }

        @Override
        public Stream<Row> rows(Listing listing) {
            beforeRows.accept(listing);
            return of.rows(listing).skip(listing == shortBy1 ? 1 : 0);
        }

        @Override
        public Optional<Generation> generation(Listing listing) {
            return of.generation(listing);
        }

        @Override
        public Optional<Row> row(Listing listing, String key) {
            return of.row(listing, key);
        }

        @Override
        public List<Row> find(Listing listing, String column, Collection<String> values) {
            return of.find(listing, column, values);
        }

        @Override
        public RowPage page(RowQuery query) {
            return of.page(query);
        }

        @Override
        public Stream<Row> matching(RowQuery query) {
            return of.matching(query);
        }

        @Override
        public void close() {
            of.close();
        }
    }
}
