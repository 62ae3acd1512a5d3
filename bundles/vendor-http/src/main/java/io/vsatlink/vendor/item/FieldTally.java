package io.vsatlink.vendor.item;

import java.util.Collections;
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
    private static final int LONGEST_SAMPLE = 80;
    private static final int KINDS = JsonKind.values().length;

    private final int[] told;
    private final int[] counts;
    private final String[] samples;
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();
    private int items;

    /** A field that no column has: in how many items it was, and how the first one of them looked. */
    public record Unknown(int items, String sample) {}

    public FieldTally(int columns) {
        this.told = new int[columns];
        this.counts = new int[columns * KINDS];
        this.samples = new String[columns * KINDS];
    }

    void item() {
        items++;
    }

    /** @param kind null for null */
    void column(int place, JsonKind kind, Object value) {
        told[place]++;
        if (kind != null) {
            int slot = place * KINDS + kind.place();
            if (counts[slot]++ == 0) {
                samples[slot] = shortened(String.valueOf(value));
            }
        }
    }

    void unknown(String name, String value) {
        if (name.length() > LONGEST_NAME || name.contains(",")) {
            return;
        }
        Unknown before = unknown.get(name);
        if (before != null) {
            unknown.put(name, new Unknown(before.items() + 1, before.sample()));
        } else if (unknown.size() < MOST_UNKNOWN) {
            unknown.put(name, new Unknown(1, shortened(value)));
        }
    }

    /** Takes over what another has, which counts the same columns. */
    public void add(FieldTally other) {
        items += other.items;
        for (int i = 0; i < told.length; i++) {
            told[i] += other.told[i];
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
            samples[i] = samples[i] == null ? other.samples[i] : samples[i];
        }
        other.unknown.forEach((name, more) -> {
            Unknown before = unknown.get(name);
            if (before != null) {
                unknown.put(name, new Unknown(before.items() + more.items(), before.sample()));
            } else if (unknown.size() < MOST_UNKNOWN) {
                unknown.put(name, more);
            }
        });
    }

    /** How many items there were, those set aside too. */
    public int items() {
        return items;
    }

    /** In how many items the column was, be it as null. */
    public int told(int place) {
        return told[place];
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
        return Collections.unmodifiableMap(unknown);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text;
    }
}
