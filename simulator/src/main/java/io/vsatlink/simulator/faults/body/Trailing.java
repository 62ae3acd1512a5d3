/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.body;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.json.Fields;
import java.util.List;
import java.util.Optional;

/** Appends content after the end of the body. */
record Trailing() implements FaultKind {
    @Override
    public List<String> fields() {
        return List.of("trailing");
    }

    @Override
    public Optional<Fault> from(Fields rule) {
        return rule.optionalText("trailing")
                .map(text -> BodyFaults.editing(body -> BodyFaults.join(body, BodyFaults.bytes(text))));
    }
}
