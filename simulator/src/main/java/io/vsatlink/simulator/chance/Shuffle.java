/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.chance;

/**
 * A permutation of 0 … size-1 without a table: four Feistel rounds over the next even number of bits, repeated until
 * the value is within the size (on average fewer than four times). The permutation is invertible, which makes it
 * possible to find a row by its key.
 */
public record Shuffle(long seed, int size) {
    private static final int ROUNDS = 4;

    public Shuffle {
        if (size < 0) {
            throw new IllegalArgumentException("size is " + size);
        }
    }

    public int at(int position) {
        check(position);
        long value = position;
        do {
            value = forward(value);
        } while (value >= size);
        return (int) value;
    }

    /** Returns the position of a value: {@code positionOf(at(p)) == p}. */
    public int positionOf(int value) {
        check(value);
        long position = value;
        do {
            position = backward(position);
        } while (position >= size);
        return (int) position;
    }

    private void check(int value) {
        if (value < 0 || value >= size) {
            throw new IndexOutOfBoundsException(value + " of " + size);
        }
    }

    private long forward(long value) {
        int half = halfBits();
        long mask = (1L << half) - 1;
        long left = value >>> half;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (scramble(right, round) & mask);
            left = right;
            right = next;
        }
        return left << half | right;
    }

    private long backward(long value) {
        int half = halfBits();
        long mask = (1L << half) - 1;
        long left = value >>> half;
        long right = value & mask;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long previous = right ^ (scramble(left, round) & mask);
            right = left;
            left = previous;
        }
        return left << half | right;
    }

    private long scramble(long value, int round) {
        return Dice.mix(seed + value * 0x9E3779B97F4A7C15L + round);
    }

    private int halfBits() {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1L, size - 1L));
        return (bits + 1) / 2;
    }
}
