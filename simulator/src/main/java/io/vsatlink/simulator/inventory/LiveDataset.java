/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.chance.Shuffle;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.network.Dataset;
import io.vsatlink.simulator.network.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A dataset whose rows may change while it is read. Thread-safe: changes are serialized; readers never wait. */
public final class LiveDataset {
    private final long seed;
    private final RisingStamps stamps;
    private volatile View view;
    private long step;

    public LiveDataset(long seed, Dataset dataset, Clock clock) {
        this.seed = seed;
        this.stamps = new RisingStamps(clock);
        this.view = new View(dataset, Overlay.none(dataset.size()));
    }

    public View view() {
        return view;
    }

    /**
     * Applies the complete change, or nothing if it is a {@link BadInput}. Removals come first and additions last, so
     * that no row receives two of the random changes. The selected rows depend only on the seed and on the previous
     * requests.
     */
    public synchronized Change.Outcome apply(Change asked) {
        View now = view;
        Overlay.Draft draft = now.overlay().draft();
        List<String> removed = remove(now, asked, draft);

        now = new View(now.dataset(), draft.done());
        List<String> changed = change(now, asked, draft);

        List<String> added = add(now, asked, draft);
        view = new View(now.dataset(), draft.done());
        return new Change.Outcome(added, changed, removed);
    }

    private List<String> remove(View now, Change asked, Overlay.Draft draft) {
        Set<Integer> indexes = new LinkedHashSet<>();
        asked.removeKeys().forEach(key -> indexes.add(indexOf(now, key)));
        chosen(now, asked.remove()).forEach(indexes::add);
        indexes.forEach(draft::remove);
        return indexes.stream().map(now.dataset()::key).toList();
    }

    private List<String> change(View now, Change asked, Overlay.Draft draft) {
        List<String> keys = new ArrayList<>();
        asked.set().forEach((key, fields) -> {
            if (fields.containsKey(now.dataset().keyField())) {
                throw new BadInput("The key of row " + key + " cannot be set; remove the row and add another.");
            }
            int index = indexOf(now, key);
            draft.change(index, now.row(index).with(fields));
            keys.add(key);
        });
        chosen(now, asked.change())
                .filter(index -> !asked.set().containsKey(now.dataset().key(index)))
                .forEach(index -> {
                    Row row = changed(now, index);
                    draft.change(index, row);
                    keys.add(row.key());
                });
        return keys;
    }

    private List<String> add(View now, Change asked, Overlay.Draft draft) {
        List<String> keys = new ArrayList<>();
        for (int place : places(now, asked)) {
            int index = place == now.total() ? draft.append(now.dataset().size()) : draft.add(now.slotAt(place));
            Row row = now.dataset().row(index);
            draft.change(index, row.with(Map.of("lastModified", stamps.next())));
            keys.add(row.key());
        }
        return keys;
    }

    /**
     * Returns the positions in the current list of the rows to remove, the last first, so that a removal does not shift
     * the next position.
     */
    private int[] places(View now, Change asked) {
        int total = now.total();
        return switch (asked.at()) {
            case FRONT -> new int[asked.add()];
            case END -> IntStream.range(0, asked.add()).map(i -> total).toArray();
            case ANYWHERE -> {
                Dice dice = Dice.of(seed, now.dataset().path(), ++step);
                yield IntStream.range(0, asked.add())
                        .map(i -> -dice.below(total + 1))
                        .sorted()
                        .map(place -> -place)
                        .toArray();
            }
        };
    }

    /** Tries further variants of the row until one of its changeable fields differs. */
    private Row changed(View now, int index) {
        Row row = now.row(index);
        List<String> changeable = now.dataset().changeable();
        Dice dice = Dice.of(seed + step, row.key(), index);
        while (true) {
            String field = dice.pick(changeable);
            Row other = now.dataset().row(index, dice.between(1, 1_000_000));
            Object value = other.fields().get(field);
            if (value != null && !value.equals(row.fields().get(field))) {
                return row.with(Map.of(field, value, "lastModified", stamps.next()));
            }
        }
    }

    private Stream<Integer> chosen(View now, int count) {
        step++;
        Shuffle shuffle = new Shuffle(Dice.of(seed, now.dataset().path(), step).next(), now.total());
        return IntStream.range(0, Math.min(count, now.total())).mapToObj(position -> now.indexAt(shuffle.at(position)));
    }

    private static int indexOf(View now, String key) {
        return now.indexOf(key)
                .orElseThrow(() -> new BadInput(
                        "There is no row " + key + " in " + now.dataset().path() + " now."));
    }
}
