/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects the next generation and hands it over as a whole. */
final class MemoryGenerationWriter implements GenerationWriter {
    private final MemoryVsatStore store;
    private final MemoryVsatStore.Slot slot;
    private final long generation;
    private final NavigableMap<String, Row> before;
    private final NavigableMap<String, Row> next = new TreeMap<>();
    private final Set<String> inThisPass = new HashSet<>();
    private Set<String> carried = Set.of();
    private boolean closed;

    MemoryGenerationWriter(
            MemoryVsatStore store, MemoryVsatStore.Slot slot, Optional<MemoryVsatStore.Published> current) {
        this.store = store;
        this.slot = slot;
        this.generation =
                current.map(published -> published.generation().number()).orElse(0L) + 1;
        this.before = current.map(MemoryVsatStore.Published::rows).orElseGet(TreeMap::new);
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public void beginPass() {
        requireOpen();
        inThisPass.clear();
    }

    @Override
    public void carry(Set<String> columns) {
        requireOpen();
        carried = Set.copyOf(columns);
    }

    @Override
    public PageOutcome write(List<Row> page) {
        requireOpen();
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        int duplicates = 0;
        for (Row told : page) {
            Row row = carrying(told);
            Row old = next.getOrDefault(row.key(), before.get(row.key()));
            next.put(row.key(), row);
            if (!inThisPass.add(row.key())) {
                duplicates++;
            } else if (old == null) {
                added++;
            } else if (JsonMeaning.same(old, row)) {
                unchanged++;
                next.put(row.key(), old);
            } else {
                changed++;
            }
        }
        return new PageOutcome(added, changed, unchanged, duplicates);
    }

    private Row carrying(Row told) {
        if (carried.isEmpty()) {
            return told;
        }
        Row old = before.get(told.key());
        List<Object> values = new ArrayList<>(told.values());
        for (String column : carried) {
            values.set(told.listing().indexOf(column), old == null ? null : old.get(column));
        }
        return new Row(told.listing(), values, told.extraJson());
    }

    @Override
    public void keep(String key) {
        requireOpen();
        if (before.containsKey(key)) {
            next.putIfAbsent(key, before.get(key));
        }
    }

    @Override
    public long missing() {
        return before.keySet().stream().filter(key -> !next.containsKey(key)).count();
    }

    @Override
    public void keepMissing() {
        requireOpen();
        before.forEach(next::putIfAbsent);
    }

    @Override
    public Generation publish() {
        MemoryVsatStore.Published ready = ready();
        store.publish(slot, ready);
        close();
        return ready.generation();
    }

    @Override
    public Generation hold() {
        MemoryVsatStore.Published ready = ready();
        store.hold(slot, ready);
        close();
        return ready.generation();
    }

    private MemoryVsatStore.Published ready() {
        requireOpen();
        long known = next.keySet().stream().filter(before::containsKey).count();
        long same = next.values().stream()
                .filter(row -> before.containsKey(row.key()) && JsonMeaning.same(row, before.get(row.key())))
                .count();
        Generation result = new Generation(
                slot.owner(),
                slot.listing(),
                generation,
                store.clock().instant(),
                next.size(),
                next.size() - known,
                known - same,
                missing());
        return new MemoryVsatStore.Published(result, next);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            store.release(slot);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(slot + ": generation " + generation + " is closed");
        }
    }
}
