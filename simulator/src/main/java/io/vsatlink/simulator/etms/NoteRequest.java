/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.tickets.ActivityKind;
import io.vsatlink.simulator.tickets.Refusal;
import java.util.List;

/**
 * A request to add a note.
 *
 * @param externalId null for none
 */
record NoteRequest(String text, String externalId) {

    static NoteRequest read(Fields body) {
        body.onlyKnown(List.of("type", "text", "externalId"));
        if (!body.text("type").equals(ActivityKind.NOTE.name())) {
            throw Refusal.invalid("Only a NOTE can be added.", List.of("type"));
        }
        if (body.text("text").isBlank()) {
            throw Refusal.invalid("The note says nothing.", List.of("text"));
        }
        String externalId = body.optionalText("externalId").orElse(null);
        if (externalId != null && externalId.isBlank()) {
            throw Refusal.invalid("A blank externalId names nothing.", List.of("externalId"));
        }
        return new NoteRequest(body.text("text"), externalId);
    }
}
