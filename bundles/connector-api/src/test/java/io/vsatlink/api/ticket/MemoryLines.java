/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which requests of the outbox in memory are of one ticket, by whatever name. */
final class MemoryLines {
    private final Map<Long, Line> lines = new HashMap<>();
    private final Map<List<String>, Line> names = new HashMap<>();
    private final Map<Line, String> tickets = new HashMap<>();

    /** The requests of one ticket. */
    record Line(long id) {}

    /** @param id of a request for the ticket with this name */
    Line add(long id, String system, String name) {
        Line line = names.computeIfAbsent(List.of(system, name), key -> new Line(id));
        lines.put(id, line);
        return line;
    }

    /** From now on the ticket's id leads to this line, with all that it led to before. */
    void name(String system, Line line, String ticketId) {
        Line other = names.put(List.of(system, ticketId), line);
        tickets.put(line, ticketId);
        if (other != null && !other.equals(line)) {
            lines.replaceAll((id, its) -> its.equals(other) ? line : its);
            names.replaceAll((name, its) -> its.equals(other) ? line : its);
        }
    }

    Line of(long id) {
        return lines.get(id);
    }

    /** Null if there is none. */
    Line named(String system, String name) {
        return names.get(List.of(system, name));
    }

    /** Empty if it is not known. */
    String ticketId(long id) {
        return tickets.getOrDefault(of(id), "");
    }
}
