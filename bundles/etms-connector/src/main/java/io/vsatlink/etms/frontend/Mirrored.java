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
 * What is known of the tickets of one generation.
 *
 * @param generation 0 for none
 * @param newest the newest tickets, the newest first
 * @param lastPoll how the last poll since the start ended; empty where none did, and on a backend
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
