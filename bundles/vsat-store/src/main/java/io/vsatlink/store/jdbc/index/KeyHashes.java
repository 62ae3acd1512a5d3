/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

import java.util.Arrays;

/**
 * The keys of a pass, as 64-bit hashes: 10 to 15 bytes per key. A key that is not contained was certainly not seen; one that is
 * contained may in theory share its hash with another key. Not thread-safe.
 */
public final class KeyHashes {
    /** Each part grows separately, so that growing needs little additional memory. */
    private static final int PARTS = 64;

    private static final int LEAST = 16;

    /** 0 marks a free slot. */
    private final long[][] parts = new long[PARTS][LEAST];

    private final int[] sizes = new int[PARTS];

    public void add(long hash) {
        int part = part(hash);
        if (sizes[part] * 5L >= parts[part].length * 4L) {
            parts[part] = grown(parts[part]);
        }
        if (put(parts[part], hash)) {
            sizes[part]++;
        }
    }

    public boolean contains(long hash) {
        long[] table = parts[part(hash)];
        return table[place(table, hash)] == hash;
    }

    /** Removes all keys and keeps the memory: the next pass has about as many. */
    public void clear() {
        for (long[] part : parts) {
            Arrays.fill(part, 0);
        }
        Arrays.fill(sizes, 0);
    }

    public static long of(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        // numbered keys differ in their last digits only: spreads that over all bits
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    private static int part(long hash) {
        return (int) (hash & (PARTS - 1));
    }

    private static long[] grown(long[] table) {
        long[] grown = new long[table.length + table.length / 2];
        for (long hash : table) {
            if (hash != 0) {
                put(grown, hash);
            }
        }
        return grown;
    }

    private static boolean put(long[] table, long hash) {
        int place = place(table, hash);
        boolean free = table[place] == 0;
        table[place] = hash;
        return free;
    }

    /** The slot of the hash, or the free slot for it. */
    private static int place(long[] table, long hash) {
        int place = (int) (((hash >>> 32) * table.length) >>> 32);
        while (table[place] != 0 && table[place] != hash) {
            place = place + 1 == table.length ? 0 : place + 1;
        }
        return place;
    }
}
