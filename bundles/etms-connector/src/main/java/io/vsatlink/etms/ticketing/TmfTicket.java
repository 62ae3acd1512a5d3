/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ticket in the form of TMF621: the fields that we send, and which of them may change. */
final class TmfTicket {
    /** TMF621 does not define the values; these are its examples, and one for less than minor. */
    private static final List<String> SEVERITIES = List.of("Critical", "Major", "Minor", "Low");

    static final String STATUS = "status";

    /** The names of the fields that are updated with the ticket. */
    static final List<String> FIELDS = List.of("name", "description", "ticketType", "severity", STATUS);

    private TmfTicket() {}

    /** The fields that are updated with the ticket, as text; unknown ones are missing. */
    static Map<String, String> fields(Ticket ticket) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "name", ticket.summary());
        // TMF621 requires a description, a severity and a type
        fields.put("description", first(ticket.description(), ticket.summary(), ticket.ticketId()));
        fields.put("ticketType", first(ticket.category(), "Trouble Ticket"));
        fields.put("severity", severity(ticket));
        ticket.state().map(TicketState::label).ifPresent(state -> fields.put(STATUS, state));
        return fields;
    }

    /** The complete ticket, for a server that does not have it. */
    static Map<String, Object> whole(Ticket ticket) {
        Map<String, Object> whole = new TreeMap<>(fields(ticket));
        whole.put("externalId", ticket.ticketId());
        ticket.createdDate()
                .ifPresent(
                        created -> whole.put("creationDate", created.instant().toString()));
        whole.put("@type", "TroubleTicket");
        return whole;
    }

    private static String severity(Ticket ticket) {
        long severity = ticket.severity().orElse(SEVERITIES.size());
        return SEVERITIES.get((int) Math.max(1, Math.min(SEVERITIES.size(), severity)) - 1);
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.put(name, value);
        }
    }
}
