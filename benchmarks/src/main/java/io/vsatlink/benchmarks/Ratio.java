/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Compares two trials of the same round.
 *
 * @param reach the target value
 * @param direction whether the value should be at least or at most the target
 */
record Ratio(String name, ToDoubleFunction<Map<String, Trial>> figure, Direction direction, double reach) {

    enum Direction {
        AT_LEAST("≥", (figure, reach) -> figure - reach),
        AT_MOST("≤", (figure, reach) -> reach - figure),
        /** For an A/A control: 1 within 5 %. */
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

    /** The duration of {@code longer} divided by that of {@code shorter}. */
    static Ratio times(String name, String longer, String shorter, Direction direction, double reach) {
        return new Ratio(
                name,
                trials -> trials.get(longer).measured().seconds()
                        / trials.get(shorter).measured().seconds(),
                direction,
                reach);
    }

    /** The CPU time of {@code more} divided by that of {@code less}. */
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
