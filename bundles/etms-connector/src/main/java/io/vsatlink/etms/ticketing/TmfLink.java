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
 * A ticket of the platform's, and what we know it to have. What it has already is not sent again, and what we sent is no
 * news when it comes back: so nothing echoes. Immutable.
 *
 * @param id at the platform
 * @param closings how many times the platform closed it and ETMS was asked to do the same
 * @param known its fields as far as we sent or saw them; as fingerprints, for they may be long
 */
record TmfLink(String id, int closings, Map<String, String> known) {
    private static final String CLOSED = TicketState.CLOSED.label();

    TmfLink {
        known = Map.copyOf(known);
    }

    /** A ticket that we did not know, as the server has it now. That it is closed is not known before somebody acted on it. */
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

    /** Whether nothing more happens to it as far as we know. */
    boolean over() {
        return TicketState.named(known.getOrDefault(TmfTicket.STATUS, ""))
                .map(TicketState::over)
                .orElse(false);
    }

    /** What of these it does not have. */
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

    /** After ETMS was asked to close what the platform has closed. */
    TmfLink withClosing() {
        return new TmfLink(
                id, closings + 1, with(Map.of(TmfTicket.STATUS, CLOSED)).known());
    }

    private static String fingerprint(String value) {
        return value.length() <= 40 ? value : value.length() + ":" + Integer.toHexString(value.hashCode());
    }
}
