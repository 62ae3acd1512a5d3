/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures how similar a field's name is to a column's. A noun for the row itself may be missing: {@code id} of a
 * circuit matches {@code circuitId}.
 *
 * @param nouns the words for a row
 */
record Likeness(List<List<String>> nouns) {
    static final int SAME = 100;
    static final int ACTIVE = 50;
    static final int WORTH_A_WORD = 22;

    private static final int PATH_SAME = 96;
    static final int SAME_BUT_NOUN = 86;
    private static final int OVERLAP = 70;
    private static final int REFERENCE = 60;
    private static final int LONG = 3;
    private static final double NEARLY = 0.8;

    /** Our words for identifiers. */
    private static final Set<String> IDS = Set.of("id", "number");

    /** Words that prove nothing if they are all that two names share. */
    private static final Set<String> COMMON = Set.of("id", "number", "name", "type", "code", "key");

    /** Words of a name that only repeat the type. */
    private static final Set<String> OF_TIME =
            Set.of("date", "time", "at", "on", "ts", "timestamp", "ms", "utc", "last");

    /** @param key the name of our key column, such as {@code circuitId}; it begins with the noun for a row */
    static Likeness of(String listing, String key) {
        List<String> ofKey = NameWords.of(key);
        List<List<String>> nouns = new ArrayList<>();
        nouns.add(NameWords.of(listing));
        if (ofKey.size() > 1) {
            nouns.add(ofKey.subList(0, ofKey.size() - 1));
        }
        return new Likeness(nouns);
    }

    /** From 0 to {@link #SAME}. */
    int of(String column, ColumnType type, Field field) {
        List<String> ours = NameWords.of(column);
        List<String> names = field.names();
        // the name of a value's object says more than "value"
        int end = names.size() > 1 && names.get(names.size() - 1).equals("value") ? names.size() - 1 : names.size();
        List<String> last = NameWords.of(names.get(end - 1));
        List<String> path = NameWords.of(names.subList(0, end));
        boolean top = end == 1 || isOnlyWrapper(names, end);
        if (same(last, ours)) {
            return SAME - 2 * (Math.min(end, 5) - 1);
        }
        if (same(path, ours)) {
            return PATH_SAME;
        }
        if (endsWith(path, ours)) {
            return PATH_SAME - 4;
        }
        for (List<String> noun : nouns) {
            if ((top && same(last, without(ours, noun))) || same(without(last, noun), ours)) {
                return SAME_BUT_NOUN;
            }
        }
        if (isReference(ours) && same(last, ours.subList(0, ours.size() - 1))) {
            return REFERENCE;
        }
        int overlap = 0;
        for (int from = 0; from < end; from++) {
            overlap = Math.max(overlap, overlap(ours, NameWords.of(names.subList(from, end))));
        }
        if (type == ColumnType.TIME) {
            overlap = Math.max(overlap, overlap(core(ours), core(last)));
        }
        return overlap;
    }

    /** Our {@code locationId} may be the vendor's {@code location}. */
    private static boolean isReference(List<String> ours) {
        return ours.size() > 1 && IDS.contains(ours.get(ours.size() - 1));
    }

    /** A name that selects an element of a list acts like a member of the row. */
    private static boolean isOnlyWrapper(List<String> names, int end) {
        return end == 2 && names.size() == 3;
    }

    private static boolean same(List<String> one, List<String> other) {
        return !one.isEmpty() && NameWords.joined(one).equals(NameWords.joined(other));
    }

    private static boolean endsWith(List<String> path, List<String> words) {
        return path.size() > words.size()
                && path.subList(path.size() - words.size(), path.size()).equals(words);
    }

    private static List<String> without(List<String> words, List<String> noun) {
        boolean begins =
                words.size() > noun.size() && words.subList(0, noun.size()).equals(noun);
        return begins ? words.subList(noun.size(), words.size()) : words;
    }

    private static List<String> core(List<String> words) {
        List<String> core = new ArrayList<>(words);
        core.removeAll(OF_TIME);
        return core;
    }

    private static int overlap(List<String> ours, List<String> theirs) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        List<String> left = new ArrayList<>(theirs);
        double shared = 0;
        boolean telling = false;
        for (String word : ours) {
            double best = 0;
            String taken = null;
            for (String each : left) {
                double like = like(word, each);
                if (like > best) {
                    best = like;
                    taken = each;
                }
            }
            left.remove(taken);
            shared += best;
            telling |= best > 0 && !COMMON.contains(word);
        }
        return !telling ? 0 : (int) Math.round(OVERLAP * shared / (ours.size() + theirs.size() - shared));
    }

    private static double like(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        boolean ids = IDS.contains(one) && IDS.contains(other);
        boolean begins =
                Math.min(one.length(), other.length()) >= LONG && (one.startsWith(other) || other.startsWith(one));
        return ids || begins ? NEARLY : 0;
    }
}
