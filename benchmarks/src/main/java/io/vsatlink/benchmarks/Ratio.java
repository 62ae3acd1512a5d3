/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Two trials of the same round, compared.
 *
 * @param reach what the figure should come to
 * @param direction whether it should be at least or at most that
 */
record Ratio(String name, ToDoubleFunction<Map<String, Trial>> figure, Direction direction, double reach) {

    enum Direction {
        AT_LEAST("≥", (figure, reach) -> figure - reach),
        AT_MOST("≤", (figure, reach) -> reach - figure),
        /** Of an A/A control: 1 but for a twentieth. */
        ABOUT("≈", (figure, reach) -> 0.05 - Math.abs(figure - reach));

        final String sign;
        private final DoubleBinaryOperator spare;

        Direction(String sign, DoubleBinaryOperator spare) {
            this.sign = sign;
            this.spare = spare;
        }

        boolean reached(double figure, double reach) {
            return spare.applyAsDouble(figure, reach) >= 0;
        }
    }

    /** How many times as long as {@code shorter} it takes {@code longer}. */
    static Ratio times(String name, String longer, String shorter, Direction direction, double reach) {
        return new Ratio(
                name,
                trials -> trials.get(longer).measured().seconds()
                        / trials.get(shorter).measured().seconds(),
                direction,
                reach);
    }

    /** How many times the CPU seconds of {@code less} it takes {@code more}. */
    static Ratio cpu(String name, String more, String less, Direction direction, double reach) {
        return new Ratio(
                name,
                trials -> trials.get(more).measured().cpuSeconds()
                        / trials.get(less).measured().cpuSeconds(),
                direction,
                reach);
    }

    static Ratio control(Contender contender) {
        return times("A/A: " + contender.name(), contender.again().name(), contender.name(), Direction.ABOUT, 1);
    }
}
