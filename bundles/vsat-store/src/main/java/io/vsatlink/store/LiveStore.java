/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The services: each call goes to the store that is open now, or fails with the reason why none is open. */
final class LiveStore implements VsatStore, PollJournal, ElementMemory, DatabaseBackup, ElementRemover {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final StoreLifecycle lifecycle;

    LiveStore(StoreLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public GenerationWriter open(String element, Dataset dataset) {
        return lifecycle.require().open(element, dataset);
    }

    @Override
    public GenerationWriter openChanges(String element, Dataset dataset) {
        return lifecycle.require().openChanges(element, dataset);
    }

    @Override
    public Optional<Generation> held(String element, Dataset dataset) {
        return lifecycle.require().held(element, dataset);
    }

    @Override
    public Generation acceptHeld(String element, Dataset dataset) {
        return lifecycle.require().acceptHeld(element, dataset);
    }

    @Override
    public Optional<Generation> current(String element, Dataset dataset) {
        return lifecycle.require().current(element, dataset);
    }

    @Override
    public Snapshot snapshot(String owner) {
        return lifecycle.require().snapshot(owner);
    }

    @Override
    public List<RowVersion> history(String element, Dataset dataset, String key) {
        return lifecycle.require().history(element, dataset, key);
    }

    @Override
    public Set<String> elements() {
        return lifecycle.require().elements();
    }

    @Override
    public void append(PollRecord poll) {
        lifecycle.require().journal().append(poll);
    }

    @Override
    public Optional<PollRecord> last(String element, Dataset dataset) {
        return lifecycle.require().journal().last(element, dataset);
    }

    @Override
    public Optional<PollRecord> lastSuccess(String element, Dataset dataset) {
        return lifecycle.require().journal().lastSuccess(element, dataset);
    }

    @Override
    public List<PollRecord> history(String element, Dataset dataset, int limit) {
        return lifecycle.require().journal().history(element, dataset, limit);
    }

    @Override
    public Optional<String> recall(String element, String name) {
        return lifecycle.require().memory().recall(element, name);
    }

    @Override
    public SortedMap<String, String> recallAll(String element, String prefix) {
        return lifecycle.require().memory().recallAll(element, prefix);
    }

    @Override
    public void remember(String element, String name, String value) {
        lifecycle.require().memory().remember(element, name, value);
    }

    @Override
    public Set<String> kept() {
        return lifecycle.require().kept();
    }

    @Override
    public long remove(String element) {
        return lifecycle.require().remove(element);
    }

    @Override
    public Path backUp(Path directory) {
        if (!directory.isAbsolute()) {
            throw new StoreException("The directory must be an absolute path, not " + directory);
        }
        if (!Files.isDirectory(directory)) {
            throw new StoreException("The directory " + directory + " does not exist");
        }
        if (!Files.isWritable(directory)) {
            throw new StoreException("The directory " + directory + " cannot be written");
        }
        Path copy = directory
                .normalize()
                .resolve("vsat-" + STAMP.format(Instant.now().atOffset(ZoneOffset.UTC)));
        if (Files.exists(copy)) {
            throw new StoreException(copy + " already exists");
        }
        lifecycle.require().database().backUp(copy);
        return copy;
    }
}
