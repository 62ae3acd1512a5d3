package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the next generation and hands it over as a whole. */
final class MemoryGenerationWriter implements GenerationWriter {
    private final MemoryVsatStore store;
    private final MemoryVsatStore.Slot slot;
    private final long generation;
    private final NavigableMap<String, Row> before;
    private final NavigableMap<String, Row> next = new TreeMap<>();
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
    public PageOutcome write(List<Row> page) {
        requireOpen();
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        int duplicates = 0;
        for (Row row : page) {
            Row old = before.get(row.key());
            if (next.put(row.key(), row) != null) {
                duplicates++;
            } else if (old == null) {
                added++;
            } else if (old.equals(row)) {
                unchanged++;
            } else {
                changed++;
            }
        }
        return new PageOutcome(added, changed, unchanged, duplicates);
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
        requireOpen();
        long known = next.keySet().stream().filter(before::containsKey).count();
        long same = next.values().stream()
                .filter(row -> row.equals(before.get(row.key())))
                .count();
        Generation result = new Generation(
                slot.element(),
                slot.dataset(),
                generation,
                store.clock().instant(),
                next.size(),
                next.size() - known,
                known - same,
                missing());
        store.publish(slot, new MemoryVsatStore.Published(result, next));
        close();
        return result;
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
