/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One way to do a workload.
 *
 * @param expected the required content; if it is not known beforehand, all contenders must produce the same
 */
record Contender(String name, Optional<Content> expected, Run run) {

    /** Runs once, in a new process and an empty folder. */
    interface Run {
        Outcome in(Path folder) throws Exception;
    }

    record Outcome(Measured measured, Content content) {}

    Contender(String name, Content expected, Run run) {
        this(name, Optional.of(expected), run);
    }

    /**
     * The same contender under another name (A/A control): the difference between the two limits the precision of all
     * ratios.
     */
    Contender again() {
        return new Contender(name + ", again", expected, run);
    }
}
