/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import io.vsatlink.api.dataset.TimeValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts which fields the vendor returns, in how many items, and with which kinds of value. Columns are identified by
 * their index: first the connector's fields, then the columns that the profile adds. Not thread-safe.
 */
public final class FieldTally {
    /** Limits memory and the length of the report. */
    private static final int MOST_UNKNOWN = 50;

    private static final int LONGEST_NAME = 100;
    private static final int KINDS = JsonKind.values().length;

    private final int[] nulls;
    private final int[] counts;
    private final String[] samples;
    private final Map<String, Seen> unknown = new LinkedHashMap<>();
    private FieldOrder order;
    private int items;

    private static final class Seen {
        private final String sample;
        private int items;

        Seen(int items, String sample) {
            this.items = items;
            this.sample = sample;
        }
    }

    /** A field without a column: the number of items that have it, and its first value. */
    public record Unknown(int items, String sample) {}

    public FieldTally(int columns) {
        this.nulls = new int[columns];
        this.counts = new int[columns * KINDS];
        this.samples = new String[columns * KINDS];
    }

    void item() {
        items++;
    }

    /** The field order that the reader carries over from item to item. */
    FieldOrder order(FieldPlan root) {
        if (order == null) {
            order = new FieldOrder(root);
        }
        order.begin();
        return order;
    }

    /** @param kind null for a JSON null */
    void column(int place, JsonKind kind, Object value) {
        if (kind == null) {
            nulls[place]++;
            return;
        }
        int slot = place * KINDS + kind.place();
        if (counts[slot]++ == 0) {
            samples[slot] = Shown.shortened(value instanceof TimeValue time ? time.text() : String.valueOf(value));
        }
    }

    void unknown(String name, Object value) {
        Seen before = unknown.get(name);
        if (before != null) {
            before.items++;
        } else if (unknown.size() < MOST_UNKNOWN && name.length() <= LONGEST_NAME && !name.contains(",")) {
            unknown.put(name, new Seen(1, Shown.shortened(value.toString())));
        }
    }

    /** Adds the counts of another tally of the same columns. */
    public void add(FieldTally other) {
        items += other.items;
        for (int i = 0; i < nulls.length; i++) {
            nulls[i] += other.nulls[i];
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
            samples[i] = samples[i] == null ? other.samples[i] : samples[i];
        }
        other.unknown.forEach((name, more) -> {
            Seen before = unknown.get(name);
            if (before != null) {
                before.items += more.items;
            } else if (unknown.size() < MOST_UNKNOWN) {
                unknown.put(name, new Seen(more.items, more.sample));
            }
        });
    }

    /** The number of items, including rejected ones. */
    public int items() {
        return items;
    }

    /** The number of items that have the column, even if it is null. */
    public int told(int place) {
        int told = nulls[place];
        for (int i = place * KINDS; i < (place + 1) * KINDS; i++) {
            told += counts[i];
        }
        return told;
    }

    /** The number of items in which the column has this kind of value. */
    public int count(int place, JsonKind kind) {
        return counts[place * KINDS + kind.place()];
    }

    /** The first value of this kind; empty if there was none. */
    public Optional<String> sample(int place, JsonKind kind) {
        return Optional.ofNullable(samples[place * KINDS + kind.place()]);
    }

    /** Fields without a column, if their names are usable, in order of first occurrence. */
    public Map<String, Unknown> unknown() {
        Map<String, Unknown> all = new LinkedHashMap<>();
        unknown.forEach((name, seen) -> all.put(name, new Unknown(seen.items, seen.sample)));
        return all;
    }
}
