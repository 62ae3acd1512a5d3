/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A write to the books.
 *
 * @param externalId the external id of the ticket, or of the note if it is one; null for none
 * @param asked the fields that the author sent
 * @param changed the fields that the write changed; empty if it changed none
 */
public record Write(
        long number,
        String time,
        Kind kind,
        String ticketId,
        String externalId,
        Author author,
        Map<String, Object> asked,
        Map<String, Object> changed) {

    /** The kinds of writes. */
    public enum Kind {
        CREATE,
        UPDATE,
        NOTE
    }

    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("time", time);
        fields.put("kind", kind.name());
        fields.put("ticketId", ticketId);
        fields.put("externalId", externalId);
        fields.put("author", author.name());
        fields.put("session", author.session());
        fields.put("correlationId", author.correlationId());
        fields.put("asked", asked);
        fields.put("changed", changed);
        return fields;
    }
}
