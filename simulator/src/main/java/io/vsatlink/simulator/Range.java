/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Refuses numbers that are out of range, in the same way as other errors of the command line. */
record Range(CommandLine line) {

    int check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    line,
                    "Invalid value for option '%s': must be a whole number from %d to %d, not %d"
                            .formatted(option, least, most, value));
        }
        return value;
    }
}
