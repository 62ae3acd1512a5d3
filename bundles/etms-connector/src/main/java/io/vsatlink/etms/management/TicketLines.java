/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.management;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.text.Printable;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.etms.frontend.TicketSearch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats found tickets as text for programs and people: their numbers, the names of the fields, and a line for each ticket. */
public final class TicketLines {
    private static final List<String> FIELDS =
            TicketListing.TICKETS.columns().stream().map(Column::name).toList();

    private TicketLines() {}

    /** Fields are separated by tabs; control characters of the platform's texts are escaped. */
    public static String of(TicketSearch.Found found) {
        return Stream.concat(
                        Stream.of(found.numbers(), String.join("\t", FIELDS)),
                        found.tickets().stream().map(TicketLines::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Ticket ticket) {
        return FIELDS.stream().map(field -> Printable.line(ticket.text(field))).collect(Collectors.joining("\t"));
    }
}
