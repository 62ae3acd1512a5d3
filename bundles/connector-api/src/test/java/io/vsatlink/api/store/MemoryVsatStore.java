/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The ports of the store in memory: for tests. Thread-safe as the ports demand. */
public final class MemoryVsatStore implements VsatStore, PollJournal, ElementMemory {

    /** One listing of one element, or of one ticketing system. */
    public record Slot(String owner, Listing listing) {
        @Override
        public String toString() {
            return listing.key() + " of element " + owner;
        }
    }

    /** A generation with its rows; never changed once it is published. */
    record Published(Generation generation, NavigableMap<String, Row> rows) {}

    private final Clock clock;
    private final Map<Slot, Published> published = new ConcurrentHashMap<>();
    private final Map<Slot, List<Published>> earlier = new ConcurrentHashMap<>();
    private final Map<Slot, Published> held = new ConcurrentHashMap<>();
    private final Set<Slot> writing = new HashSet<>();
    private final List<PollRecord> polls = new ArrayList<>();
    private final Map<List<String>, String> facts = new ConcurrentHashMap<>();
    private volatile boolean memoryAway;

    public MemoryVsatStore() {
        this(Clock.systemUTC());
    }

    public MemoryVsatStore(Clock clock) {
        this.clock = clock;
    }

    /** A store as it is after the process was killed: with all that was published and nothing of open writers. */
    public synchronized MemoryVsatStore restarted() {
        MemoryVsatStore next = new MemoryVsatStore(clock);
        next.published.putAll(published);
        next.earlier.putAll(earlier);
        next.held.putAll(held);
        next.polls.addAll(polls);
        next.facts.putAll(facts);
        return next;
    }

    @Override
    public GenerationWriter open(String element, Dataset dataset) {
        return open(new Slot(element, dataset));
    }

    @Override
    public GenerationWriter openChanges(String element, Dataset dataset) {
        Slot slot = new Slot(element, dataset);
        if (!published.containsKey(slot)) {
            throw new StoreException(slot + " has no generation that could change");
        }
        return open(slot, true);
    }

    /** {@link #open(String, Dataset)} for any listing. */
    public GenerationWriter open(Slot slot) {
        return open(slot, false);
    }

    private synchronized GenerationWriter open(Slot slot, boolean onlyChanges) {
        if (!writing.add(slot)) {
            throw new StoreException(slot + " is being written by another poll");
        }
        held.remove(slot);
        return new MemoryGenerationWriter(this, slot, Optional.ofNullable(published.get(slot)), onlyChanges);
    }

    @Override
    public Optional<Generation> held(String element, Dataset dataset) {
        return Optional.ofNullable(held.get(new Slot(element, dataset))).map(Published::generation);
    }

    @Override
    public synchronized Generation acceptHeld(String element, Dataset dataset) {
        Slot slot = new Slot(element, dataset);
        if (writing.contains(slot)) {
            throw new StoreException(slot + " is being written by another poll");
        }
        Published ready = held.remove(slot);
        if (ready == null) {
            throw new StoreException("nothing is held for " + slot);
        }
        Generation accepted = ready.generation().acceptedAt(clock.instant());
        publish(slot, new Published(accepted, ready.rows()));
        return accepted;
    }

    @Override
    public Optional<Generation> current(String element, Dataset dataset) {
        return current(new Slot(element, dataset));
    }

    /** {@link #current(String, Dataset)} for any listing. */
    public Optional<Generation> current(Slot slot) {
        return Optional.ofNullable(published.get(slot)).map(Published::generation);
    }

    /** The rows of a generation that was published, by key; empty where there was none. */
    public synchronized Map<String, Row> rows(Slot slot, long generation) {
        return newestFirst(slot).stream()
                .filter(each -> each.generation().number() == generation)
                .findFirst()
                .map(Published::rows)
                .orElseGet(TreeMap::new);
    }

    @Override
    public synchronized Snapshot snapshot(String owner) {
        Map<Listing, Published> current = new HashMap<>();
        published.forEach((slot, generation) -> {
            if (slot.owner().equals(owner)) {
                current.put(slot.listing(), generation);
            }
        });
        return new MemorySnapshot(current);
    }

    @Override
    public Set<String> elements() {
        Set<String> elements = new TreeSet<>();
        published.keySet().stream()
                .filter(slot -> slot.listing() instanceof Dataset)
                .forEach(slot -> elements.add(slot.owner()));
        return elements;
    }

    @Override
    public List<RowVersion> history(String element, Dataset dataset, String key) {
        return history(new Slot(element, dataset), key);
    }

    /** {@link #history(String, Dataset, String)} for any listing. */
    public synchronized List<RowVersion> history(Slot slot, String key) {
        List<RowVersion> versions = new ArrayList<>();
        Generation next = null;
        RowVersion newest = null;
        for (Published generation : newestFirst(slot)) {
            Row row = generation.rows().get(key);
            Generation first = generation.generation();
            if (row != null && newest != null && newest.row().equals(row)) {
                versions.remove(versions.size() - 1);
                newest = new RowVersion(
                        row, first.number(), first.publishedAt(), newest.lastGeneration(), newest.until());
                versions.add(newest);
            } else if (row != null) {
                newest = new RowVersion(
                        row,
                        first.number(),
                        first.publishedAt(),
                        next == null ? 0 : first.number(),
                        next == null ? null : next.publishedAt());
                versions.add(newest);
            } else {
                newest = null;
            }
            next = first;
        }
        return versions;
    }

    private List<Published> newestFirst(Slot slot) {
        List<Published> all = new ArrayList<>(earlier.getOrDefault(slot, List.of()));
        Optional.ofNullable(published.get(slot)).ifPresent(all::add);
        Collections.reverse(all);
        return all;
    }

    Clock clock() {
        return clock;
    }

    synchronized void publish(Slot slot, Published generation) {
        Published before = published.put(slot, generation);
        if (before != null) {
            List<Published> kept = new ArrayList<>(earlier.getOrDefault(slot, List.of()));
            kept.add(before);
            earlier.put(slot, kept);
        }
    }

    synchronized void hold(Slot slot, Published generation) {
        held.put(slot, generation);
    }

    synchronized void release(Slot slot) {
        writing.remove(slot);
    }

    @Override
    public synchronized void append(PollRecord poll) {
        polls.add(poll);
    }

    @Override
    public Optional<PollRecord> last(String element, Dataset dataset) {
        return newestFirst(element, dataset).findFirst();
    }

    @Override
    public Optional<PollRecord> lastSuccess(String element, Dataset dataset) {
        return newestFirst(element, dataset)
                .filter(poll -> poll.outcome() == PollOutcome.SUCCEEDED)
                .findFirst();
    }

    @Override
    public List<PollRecord> history(String element, Dataset dataset, int limit) {
        return newestFirst(element, dataset).limit(limit).toList();
    }

    private synchronized Stream<PollRecord> newestFirst(String element, Dataset dataset) {
        List<PollRecord> found = new ArrayList<>();
        for (PollRecord poll : polls) {
            if (poll.element().equals(element) && poll.dataset() == dataset) {
                found.add(0, poll);
            }
        }
        return found.stream();
    }

    /** While it is away, nothing can be remembered, as with a database that cannot be reached. */
    public void memoryAway(boolean now) {
        memoryAway = now;
    }

    @Override
    public Optional<String> recall(String element, String name) {
        return Optional.ofNullable(facts.get(List.of(element, name)));
    }

    @Override
    public SortedMap<String, String> recallAll(String element, String prefix) {
        SortedMap<String, String> all = new TreeMap<>();
        facts.forEach((key, value) -> {
            if (key.get(0).equals(element) && key.get(1).startsWith(prefix)) {
                all.put(key.get(1), value);
            }
        });
        return all;
    }

    @Override
    public void remember(String element, String name, String value) {
        if (memoryAway) {
            throw new StoreException("the database cannot be reached");
        }
        if (value == null) {
            facts.remove(List.of(element, name));
        } else {
            facts.put(List.of(element, name), value);
        }
    }

    private record MemorySnapshot(Map<Listing, Published> current) implements Snapshot {
        @Override
        public Optional<Generation> generation(Listing listing) {
            return Optional.ofNullable(current.get(listing)).map(Published::generation);
        }

        @Override
        public Stream<Row> rows(Listing listing) {
            Published found = current.get(listing);
            return found == null ? Stream.of() : found.rows().values().stream();
        }

        @Override
        public Optional<Row> row(Listing listing, String key) {
            return rows(listing).filter(row -> row.key().equals(key)).findFirst();
        }

        @Override
        public List<Row> find(Listing listing, String column, Collection<String> values) {
            return rows(listing)
                    .filter(row -> row.text(column) != null && values.contains(row.text(column)))
                    .toList();
        }

        @Override
        public RowPage page(RowQuery query) {
            return MemoryQuery.page(query, rows(query.listing()).toList());
        }

        @Override
        public Stream<Row> matching(RowQuery query) {
            return rows(query.listing()).filter(row -> MemoryQuery.matches(query, row));
        }

        @Override
        public void close() {}
    }
}
