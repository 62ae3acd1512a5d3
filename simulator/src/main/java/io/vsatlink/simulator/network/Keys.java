/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.OptionalInt;

/**
 * The vendor's keys: a prefix and a number that grows in steps, without leading zeros, so that text order differs from
 * number order. A step of two or more leaves gaps: retired numbers, to which some rows still refer.
 */
public record Keys(String prefix, long first, int step) {

    public Keys {
        if (step < 2) {
            throw new IllegalArgumentException("step " + step + " leaves no retired keys");
        }
    }

    String of(int number) {
        return prefix + (first + (long) number * step);
    }

    OptionalInt numberOf(String key) {
        if (!key.startsWith(prefix) || !key.substring(prefix.length()).matches("[0-9]{1,15}")) {
            return OptionalInt.empty();
        }
        long offset = Long.parseLong(key.substring(prefix.length())) - first;
        boolean given = offset >= 0 && offset % step == 0 && offset / step <= Integer.MAX_VALUE;
        // "007" parses to the same number as "7" but is not a valid key
        return given && of((int) (offset / step)).equals(key)
                ? OptionalInt.of((int) (offset / step))
                : OptionalInt.empty();
    }

    /**
     * Returns the key with which another row refers to this number; in five of a thousand cases it no longer exists.
     */
    String reference(Dice dice, int number) {
        return dice.perMille(5) ? prefix + (first + (long) number * step + 1) : of(number);
    }
}
