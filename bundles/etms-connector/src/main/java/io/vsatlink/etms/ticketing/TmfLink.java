/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.ticket.TicketState;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ticket of the platform, and the field values that we know it has. Values that it has already are not sent again, and values
 * that we sent are not treated as changes when they are read back; this prevents echoes. Immutable.
 *
 * @param id the id at the platform
 * @param closings how many times the platform closed the ticket and ETMS was asked to close it too
 * @param known the field values that we sent or read; long ones as fingerprints
 */
record TmfLink(String id, int closings, Map<String, String> known) {
    private static final String CLOSED = TicketState.CLOSED.label();

    TmfLink {
        known = Map.copyOf(known);
    }

    /**
     * Creates the link to a ticket that we did not know, from the server's current state. A closed status is left unknown until
     * it is acted on.
     */
    static TmfLink found(JsonNode there) {
        Map<String, Object> has = new TreeMap<>();
        for (String field : TmfTicket.FIELDS) {
            JsonNode value = there.path(field);
            if (value.isTextual() && !closed(there, field)) {
                has.put(field, value.asText());
            }
        }
        return new TmfLink(there.path("id").asText(), 0, Map.of()).with(has);
    }

    private static boolean closed(JsonNode there, String field) {
        return field.equals(TmfTicket.STATUS) && isClosed(there);
    }

    static boolean isClosed(JsonNode there) {
        return there.path(TmfTicket.STATUS).asText().equals(CLOSED);
    }

    boolean closed() {
        return CLOSED.equals(known.get(TmfTicket.STATUS));
    }

    /** Whether the ticket has ended, as far as we know. */
    boolean over() {
        return TicketState.named(known.getOrDefault(TmfTicket.STATUS, ""))
                .map(TicketState::over)
                .orElse(false);
    }

    /** Returns those of the fields that differ from the known values. */
    Map<String, Object> differing(Map<String, String> fields) {
        Map<String, Object> differing = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (!fingerprint(value).equals(known.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }

    TmfLink with(Map<String, ?> fields) {
        Map<String, String> all = new TreeMap<>(known);
        fields.forEach((name, value) -> all.put(name, fingerprint(value.toString())));
        return new TmfLink(id, closings, all);
    }

    /** The link after ETMS was asked to close a ticket that the platform has closed. */
    TmfLink withClosing() {
        return new TmfLink(
                id, closings + 1, with(Map.of(TmfTicket.STATUS, CLOSED)).known());
    }

    private static String fingerprint(String value) {
        return value.length() <= 40 ? value : value.length() + ":" + Integer.toHexString(value.hashCode());
    }
}
