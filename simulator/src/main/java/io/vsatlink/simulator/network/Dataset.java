/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.chance.Shuffle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One generated dataset: {@code size} rows in the order in which the vendor lists them. Indexes from the size on are
 * rows that may be added later; they have their own keys and do not shift the others. Immutable.
 */
public final class Dataset {
    private final long seed;
    private final int size;
    private final RowMaker maker;
    private final Shuffle order;

    Dataset(long seed, int size, RowMaker maker) {
        this.seed = seed;
        this.size = size;
        this.maker = maker;
        this.order = new Shuffle(seed ^ maker.path().hashCode(), size);
    }

    public String path() {
        return maker.path();
    }

    public String keyField() {
        return maker.keyField();
    }

    public List<String> changeable() {
        return maker.changeable();
    }

    public int size() {
        return size;
    }

    public Row row(int index) {
        return row(index, 0);
    }

    /** Returns a variant of the row after this number of changes: same key and relations, other attributes. */
    public Row row(int index, int revision) {
        int number = number(index);
        Dice dice = Dice.of(seed + revision, maker.path(), number);
        String key = maker.keys().of(number);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(maker.keyField(), key);
        maker.fill(number, dice, fields);
        maker.stamp(dice, fields);
        Untidy.spoil(dice, maker.keyField(), fields);
        return new Row(key, fields);
    }

    public String key(int index) {
        return maker.keys().of(number(index));
    }

    /** Returns the index at which a key is listed; it may be beyond the size. */
    public OptionalInt indexOf(String key) {
        OptionalInt number = maker.keys().numberOf(key);
        if (number.isEmpty() || number.getAsInt() >= size || !maker.shuffled()) {
            return number;
        }
        return OptionalInt.of(order.positionOf(number.getAsInt()));
    }

    private int number(int index) {
        return maker.shuffled() && index < size ? order.at(index) : index;
    }
}
