/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.answer;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Redirects the client to another address. */
record Redirect() implements FaultKind {
    @Override
    public List<String> fields() {
        return List.of("redirect");
    }

    @Override
    public Optional<Fault> from(Fields rule) {
        return rule.optionalText("redirect").map(url -> new FixedAnswer(302, Map.of("Location", url), ""));
    }
}
