/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

/**
 * The values of a ratio over all rounds.
 *
 * @param sorted the values of the valid rounds, in ascending order; empty if all are void
 */
@SuppressWarnings("ArrayRecordComponent") // reported, but not compared
record Figures(Ratio ratio, double[] sorted) {

    boolean isVoid() {
        return sorted.length == 0;
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    boolean reached() {
        return !isVoid() && ratio.direction().reached(median(), ratio.reach());
    }
}
