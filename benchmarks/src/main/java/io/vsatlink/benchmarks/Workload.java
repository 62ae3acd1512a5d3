/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.util.List;

/** A piece of work that several contenders do. */
interface Workload {
    int number();

    String title(Size size);

    /** Makes what the contenders start from; not measured. */
    Plan prepare(Lab lab) throws Exception;

    record Plan(List<Contender> contenders, List<Ratio> ratios) {}

    /** One that more rounds tell nothing more about. */
    default int rounds(Size size) {
        return size.rounds;
    }
}
