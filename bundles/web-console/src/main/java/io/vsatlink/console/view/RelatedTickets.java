/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Returns the tickets about a row of a provisioning element, from the ticketing systems that name this element. */
public final class RelatedTickets implements Api {
    private static final int SHOWN = 100;

    private static final Comparator<Row> NEWEST_FIRST =
            Comparator.comparing(RelatedTickets::created).reversed().thenComparing(Row::key);

    private final Ticketing ticketing;

    public RelatedTickets(Ticketing ticketing) {
        this.ticketing = ticketing;
    }

    /**
     * The tickets of one system.
     *
     * @param element a ticketing element of the system
     * @param rows newest first, at most {@link #SHOWN}
     * @param total the number of all
     */
    private record TicketsShown(String element, List<RowShown> rows, long total) {}

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /tickets", this::tickets);
    }

    private Object tickets(Call call) throws Refusal {
        String key = call.parameter("key");
        if (!call.parameter("dataset").equals(Dataset.CIRCUITS.key())) {
            throw new Refusal(400, "Tickets are found for circuits only.");
        }
        List<TicketsShown> shown = new ArrayList<>();
        for (TicketingElement each : ticketing.about(call.parameter("element"))) {
            try (Snapshot snapshot = ticketing.snapshots(each).get()) {
                List<Row> found = snapshot.find(TicketListing.TICKETS, "circuitId", Set.of(key));
                shown.add(new TicketsShown(each.name(), newest(found), found.size()));
            }
        }
        return shown;
    }

    private static List<RowShown> newest(List<Row> found) {
        return found.stream()
                .sorted(NEWEST_FIRST)
                .limit(SHOWN)
                .map(row -> RowShown.of(row, AddedColumns.NONE))
                .toList();
    }

    /** A ticket without a date is listed as the oldest. */
    private static Instant created(Row ticket) {
        return ticket.get("createdDate") instanceof TimeValue time ? time.instant() : Instant.MIN;
    }
}
