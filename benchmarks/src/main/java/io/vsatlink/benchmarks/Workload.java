/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.util.List;

/** A task for several contenders. */
interface Workload {
    int number();

    String title(Size size);

    /** Prepares the contenders' starting state; not measured. */
    Plan prepare(Lab lab) throws Exception;

    record Plan(List<Contender> contenders, List<Ratio> ratios) {}

    /** Fewer for a workload that gains nothing from more rounds. */
    default int rounds(Size size) {
        return size.rounds;
    }
}
