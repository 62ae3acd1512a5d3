/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

/**
 * A ratio, over the rounds.
 *
 * @param sorted the figure of each good round, the lowest first; empty where all are void
 */
@SuppressWarnings("ArrayRecordComponent") // told, never compared
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
