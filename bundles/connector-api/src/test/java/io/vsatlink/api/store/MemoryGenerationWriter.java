/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.time.Instant;
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
    private final Set<String> olderNow = new HashSet<>();
    private final Set<String> olderBefore = new HashSet<>();
    private final Generation current;
    private final boolean onlyChanges;
    private Set<String> carried = Set.of();
    private String timeColumn;
    private ChangeMark mark;
    private boolean closed;

    MemoryGenerationWriter(
            MemoryVsatStore store,
            MemoryVsatStore.Slot slot,
            Optional<MemoryVsatStore.Published> current,
            boolean onlyChanges) {
        this.onlyChanges = onlyChanges;
        this.current = current.map(MemoryVsatStore.Published::generation).orElse(null);
        this.store = store;
        this.slot = slot;
        this.generation =
                current.map(published -> published.generation().number()).orElse(0L) + 1;
        this.before = current.map(MemoryVsatStore.Published::rows).orElseGet(TreeMap::new);
        this.mark = onlyChanges ? this.current.mark() : null;
        if (onlyChanges) {
            next.putAll(before);
        }
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public void beginPass() {
        requireOpen();
        inThisPass.clear();
        olderBefore.clear();
        olderBefore.addAll(olderNow);
        olderNow.clear();
    }

    @Override
    public void newestBy(String column) {
        requireOpen();
        timeColumn = column;
    }

    @Override
    public void mark(ChangeMark reached) {
        requireOpen();
        mark = reached;
    }

    private boolean stays(Row old, Row row) {
        if (timeColumn == null
                || old == null
                || !(old.get(timeColumn) instanceof TimeValue stored)
                || !(row.get(timeColumn) instanceof TimeValue told)
                || !told.instant().isBefore(stored.instant())) {
            return false;
        }
        boolean confirmed = !onlyChanges && olderBefore.contains(row.key());
        if (!confirmed) {
            olderNow.add(row.key());
        }
        return !confirmed;
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
        int older = 0;
        for (Row told : page) {
            Row row = carrying(told);
            Row old = next.getOrDefault(row.key(), before.get(row.key()));
            boolean stays = stays(old, row);
            next.put(row.key(), stays ? old : row);
            if (!inThisPass.add(row.key())) {
                duplicates++;
            } else if (old == null) {
                added++;
            } else if (stays) {
                older++;
            } else if (JsonMeaning.same(old, row)) {
                unchanged++;
                next.put(row.key(), old);
            } else {
                changed++;
            }
        }
        return new PageOutcome(added, changed, unchanged, duplicates, older);
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
        if (onlyChanges) {
            throw new IllegalStateException("changes are not held");
        }
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
        Instant now = store.clock().instant();
        Generation result = new Generation(
                slot.owner(),
                slot.listing(),
                generation,
                now,
                next.size(),
                next.size() - known,
                known - same,
                missing(),
                onlyChanges ? current.fullNumber() : generation,
                onlyChanges ? current.fullAt() : now,
                mark);
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
