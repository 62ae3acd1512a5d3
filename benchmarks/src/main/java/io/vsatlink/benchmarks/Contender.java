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
 * @param expected what it has to end with; where that is not known beforehand, all have to end with the same
 */
record Contender(String name, Optional<Content> expected, Run run) {

    /** Once, in a fresh process and an empty folder. */
    interface Run {
        Outcome in(Path folder) throws Exception;
    }

    record Outcome(Measured measured, Content content) {}

    Contender(String name, Content expected, Run run) {
        this(name, Optional.of(expected), run);
    }

    /** The same under another name: how far two of the same are apart is what no ratio can be trusted beyond. */
    Contender again() {
        return new Contender(name + ", again", expected, run);
    }
}
