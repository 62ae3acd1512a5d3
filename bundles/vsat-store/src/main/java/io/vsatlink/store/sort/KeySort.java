/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts by key. The keys of one vendor share a prefix, and comparing them accesses each string in memory. So the characters
 * after the prefix are sorted as numbers, and only keys with equal numbers are compared as a whole.
 */
final class KeySort {
    private static final int INDEX_BITS = 24;
    private static final int UNITS = (Long.SIZE - 1 - INDEX_BITS) / Byte.SIZE;

    /** The number of rows that can be sorted at once. */
    static final int MOST = 1 << INDEX_BITS;

    private final List<Keyed> rows = new ArrayList<>();

    /** The length of the prefix that all keys share, in UTF-16 units. */
    private int alike = Integer.MAX_VALUE;

    void add(Keyed row) {
        rows.add(row);
        String first = rows.get(0).key();
        String key = row.key();
        int most = Math.min(alike, key.length());
        alike = 0;
        while (alike < most && key.charAt(alike) == first.charAt(alike)) {
            alike++;
        }
    }

    int size() {
        return rows.size();
    }

    void clear() {
        rows.clear();
        alike = Integer.MAX_VALUE;
    }

    Keyed[] sorted() {
        long[] numbers = new long[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(rows.get(i).key(), alike) << INDEX_BITS | i;
        }
        Arrays.sort(numbers);
        Keyed[] sorted = new Keyed[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            sorted[i] = rows.get((int) numbers[i] & (MOST - 1));
        }
        sortTies(numbers, sorted);
        return sorted;
    }

    /**
     * The next units, one byte each. From the first unit that does not fit, all bytes are equal, so that the order stays
     * correct.
     */
    private static long number(String key, int from) {
        long number = 0;
        boolean fits = true;
        for (int i = from; i < from + UNITS; i++) {
            int unit = i < key.length() ? key.charAt(i) : 0;
            fits &= unit < 0xFF;
            number = number << Byte.SIZE | (fits ? unit : 0xFF);
        }
        return number;
    }

    private static void sortTies(long[] numbers, Keyed[] sorted) {
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && numbers[to] >> INDEX_BITS == numbers[from] >> INDEX_BITS) {
                to++;
            }
            if (to - from > 1) {
                Arrays.sort(sorted, from, to, Comparator.comparing(Keyed::key));
            }
        }
    }
}
