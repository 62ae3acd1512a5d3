/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketCounts;
import java.util.List;
import java.util.Optional;

/**
 * The known facts about the tickets of one generation.
 *
 * @param generation its number; 0 if there is none
 * @param newest the newest tickets, newest first
 * @param lastPoll the result of the last poll since the start; empty if there was none, and on a backend
 */
public record Mirrored(
        String system,
        String managedBy,
        long generation,
        TicketCounts counts,
        List<Ticket> newest,
        Optional<PollReport> lastPoll) {
    static final Mirrored NOTHING = new Mirrored("", "", 0, TicketCounts.NONE, List.of(), Optional.empty());

    public Mirrored {
        newest = List.copyOf(newest);
    }

    boolean is(String ofSystem, String by, long number) {
        return system.equals(ofSystem) && managedBy.equals(by) && generation == number;
    }

    Mirrored with(PollReport report) {
        return new Mirrored(system, managedBy, generation, counts, newest, Optional.of(report));
    }
}
