/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One ticket at one moment, as the vendor returns it.
 *
 * @param version increases with each change
 */
public record Ticket(String id, Map<String, Object> fields, int version) {

    public Ticket {
        // Map.copyOf does not accept null, and many fields are null
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public String etag() {
        return "\"" + version + "\"";
    }

    /** Returns the text; empty if there is none. */
    public String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    /** @param given the fields that the opener supplies; the others have the values of a new ticket */
    static Ticket opened(String id, Author author, String now, Map<String, Object> given) {
        Map<String, Object> all = new LinkedHashMap<>();
        TicketFields.ALL.forEach(name -> all.put(name, given.get(name)));
        all.put("ticketId", id);
        all.putIfAbsent("status", Status.OPEN.text());
        all.putIfAbsent("createdBy", author.name());
        all.put("createdDate", now);
        all.put("lastModifiedDate", now);
        return new Ticket(id, all, 1);
    }

    Ticket changed(Map<String, Object> changes, String now) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.putAll(changes);
        all.put("lastModifiedDate", now);
        if (changes.containsKey("status")) {
            all.put("resolvedDate", Status.isSettled(changes.get("status")) ? now : null);
        }
        return new Ticket(id, all, version + 1);
    }
}
