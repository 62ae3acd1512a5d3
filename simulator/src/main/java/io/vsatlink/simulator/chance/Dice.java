/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.chance;

import java.util.List;

/**
 * A row's own sequence of pseudo-random numbers (SplitMix64), determined by a seed, the name of a stream and an index.
 * Not thread-safe; each row uses its own instance.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed, String stream, long index) {
        return new Dice(mix(mix(seed + GOLDEN_GAMMA) ^ mix(stream.hashCode() * GOLDEN_GAMMA) ^ mix(~index)));
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Returns a whole number from 0 up to but not including the bound. */
    public int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    public int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** Returns true with this probability in thousandths. */
    public boolean perMille(int share) {
        return below(1000) < share;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Fills a pattern: # becomes a digit, ? a capital letter that can't be mistaken for a digit. */
    public String fill(String pattern) {
        StringBuilder text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            text.append(
                    c == '#' ? (char) ('0' + below(10)) : c == '?' ? "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(below(23)) : c);
        }
        return text.toString();
    }
}
