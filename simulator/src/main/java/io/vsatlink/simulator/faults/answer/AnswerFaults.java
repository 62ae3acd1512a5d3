/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.answer;

import io.vsatlink.simulator.faults.FaultKind;
import java.util.List;
import java.util.Map;

/** The faults of this package. */
public final class AnswerFaults {
    private static final String MAINTENANCE = "<!DOCTYPE html>\n<html><head><title>Maintenance</title></head>"
            + "<body><h1>We'll be back soon</h1><p>Planned maintenance is in progress.</p></body></html>\n";

    public static final List<FaultKind> ALL = List.of(
            new FixedAnswer.Kind(),
            new Redirect(),
            new FaultKind.Flag("empty", new FixedAnswer(204, Map.of(), "")),
            new FaultKind.Flag("html", new FixedAnswer(200, Map.of(), MAINTENANCE)));

    private AnswerFaults() {}
}
