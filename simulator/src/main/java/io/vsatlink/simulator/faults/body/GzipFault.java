/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.body;

import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.http.Coding;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.util.List;
import java.util.Optional;

/** Sends invalid compressed data, to clients that accept gzip and to those that don't. */
record GzipFault() implements FaultKind {
    @Override
    public List<String> fields() {
        return List.of("gzip");
    }

    @Override
    public Optional<Fault> from(Fields rule) {
        return rule.optionalText("gzip").map(kind -> switch (kind) {
            case "corrupt" -> coding(CorruptGzip::new);
            case "bomb" -> coding(GzipBomb::over);
            default -> throw new BadInput("The field \"gzip\" must be \"corrupt\" or \"bomb\".");
        });
    }

    private static Fault coding(Coding coding) {
        return (call, next) -> {
            call.distortion().code(coding);
            next.handle(call);
        };
    }
}
