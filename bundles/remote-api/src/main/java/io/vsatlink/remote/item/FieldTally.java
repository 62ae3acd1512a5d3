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
 * Which fields the vendor tells, in how many items and of what kind. Columns count by their place: first the fields that
 * the connector wants, then those that the profile adds. For one thread.
 */
public final class FieldTally {
    /** As many as a person would read, and no more than can be remembered. */
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

    /** A field that no column has: in how many items it was, and how the first one of them looked. */
    public record Unknown(int items, String sample) {}

    public FieldTally(int columns) {
        this.nulls = new int[columns];
        this.counts = new int[columns * KINDS];
        this.samples = new String[columns * KINDS];
    }

    void item() {
        items++;
    }

    /** What the reader that fills this remembers from item to item. */
    FieldOrder order(FieldPlan root) {
        if (order == null) {
            order = new FieldOrder(root);
        }
        order.begin();
        return order;
    }

    /** @param kind null for null */
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

    /** Takes over what another has, which counts the same columns. */
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

    /** How many items there were, those set aside too. */
    public int items() {
        return items;
    }

    /** In how many items the column was, be it as null. */
    public int told(int place) {
        int told = nulls[place];
        for (int i = place * KINDS; i < (place + 1) * KINDS; i++) {
            told += counts[i];
        }
        return told;
    }

    /** In how many items the column was of this kind. */
    public int count(int place, JsonKind kind) {
        return counts[place * KINDS + kind.place()];
    }

    /** How the first value of this kind looked; empty where there was none. */
    public Optional<String> sample(int place, JsonKind kind) {
        return Optional.ofNullable(samples[place * KINDS + kind.place()]);
    }

    /** Fields that no column has, as far as their names are usable, in the order in which they were met. */
    public Map<String, Unknown> unknown() {
        Map<String, Unknown> all = new LinkedHashMap<>();
        unknown.forEach((name, seen) -> all.put(name, new Unknown(seen.items, seen.sample)));
        return all;
    }
}
