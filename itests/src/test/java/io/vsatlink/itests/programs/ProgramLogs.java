/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Prints what the programs of a test printed, if it failed. */
final class ProgramLogs implements BeforeEachCallback, AfterEachCallback {
    private static final int LAST = 200;

    @Override
    public void beforeEach(ExtensionContext context) {
        NodeProgram.started().clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            for (NodeProgram program : NodeProgram.started()) {
                program.log()
                        .lines()
                        .skip(Math.max(0, program.lines().size() - LAST))
                        .forEach(System.out::println);
            }
        }
    }
}
